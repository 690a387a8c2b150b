// The form of a practice's knowledge file, as completion and hover walk through it.
import { practiceJsonSchema } from '../knowledge/practice-schema';
import type { Step } from './knowledge-place';

/** What these features use of a JSON Schema. */
export interface Form {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Form>>;
  readonly required?: readonly string[];
  readonly items?: Form;
  readonly anyOf?: readonly Form[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string;
}

let form: Form | undefined;

/** The forms that may stand at a place; several where there is a choice, none for a place that the form does not know. */
export function formsAt(path: readonly Step[]): readonly Form[] {
  // The schema library makes what its own documentation calls a JSON Schema.
  form ??= practiceJsonSchema() as Form;
  let forms = spread(form);
  for (const step of path)
    forms = forms.flatMap((one) => {
      const next = step === '[]' ? one.items : one.properties?.[step];
      return next === undefined ? [] : spread(next);
    });
  return forms;
}

/** A form and all that it leaves the choice between. */
const spread = (one: Form): readonly Form[] =>
  one.anyOf === undefined
    ? [one]
    : one.anyOf.flatMap((choice) =>
        spread(one.description === undefined ? choice : { description: one.description, ...choice }),
      );

/** The keys of the maps that may stand at a place, with their help, the required ones first. */
export function keysAt(
  path: readonly Step[],
): ReadonlyMap<string, { readonly help: string; readonly required: boolean }> {
  const keys = new Map<string, { readonly help: string; readonly required: boolean }>();
  for (const one of formsAt(path))
    for (const [key, value] of Object.entries(one.properties ?? {}))
      if (!keys.has(key))
        keys.set(key, {
          help: value.description ?? value.items?.description ?? '',
          required: one.required?.includes(key) === true,
        });
  return new Map([...keys].sort(([, a], [, b]) => Number(b.required) - Number(a.required)));
}

/** The values that the form itself allows at a place. */
export const valuesAt = (path: readonly Step[]): readonly string[] => [
  ...new Set(
    formsAt(path).flatMap((one) => [
      ...(one.enum ?? []).map(String),
      ...(one.const === undefined ? [] : [String(one.const)]),
      ...(one.type === 'boolean' ? ['true', 'false'] : []),
    ]),
  ),
];
