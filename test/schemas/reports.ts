// The official forms of report formats, to hold reports to. SARIF: the JSON schema of OASIS, as npm carries it. The others
// have no schema on npm; they are written here from the texts named beside each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });

/** SARIF 2.1.0 (rtm.5), from the package of Microsoft's SARIF SDK for JavaScript. It is in draft 4 of JSON Schema. */
export function loadSarifSchema(): ValidateFunction {
  const path = createRequire(import.meta.url)
    .resolve('@microsoft/jest-sarif')
    .replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _, id: __, ...schema }: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
  return ajv.compile(schema);
}

const text = { type: 'string', minLength: 1 } as const;
const line = { type: 'integer', minimum: 1 } as const;

/** docs.gitlab.com, "Code Quality", "Code Quality report format": required keys, their types and the five severities. */
export const gitlabSchema = ajv.compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: text,
      check_name: text,
      fingerprint: text,
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          // "relative to the root of the repository, without ./"
          path: { type: 'string', pattern: '^(?!\\./|/)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: line, end: line } },
        },
      },
    },
  },
});

const position = { type: 'object', additionalProperties: false, properties: { line, column: line } } as const;

/** reviewdog, proto/rdf/reviewdog.proto, message `Diagnostic` in the JSON form of protocol buffers: no unknown keys. */
export const rdjsonSchema = ajv.compile({
  type: 'object',
  additionalProperties: false,
  required: ['message', 'location'],
  properties: {
    message: text,
    location: {
      type: 'object',
      additionalProperties: false,
      required: ['path'],
      properties: {
        path: text,
        range: {
          type: 'object',
          additionalProperties: false,
          required: ['start'],
          properties: { start: position, end: position },
        },
      },
    },
    severity: { enum: ['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO'] },
    source: { type: 'object', additionalProperties: false, properties: { name: text, url: text } },
    code: { type: 'object', additionalProperties: false, properties: { value: text, url: text } },
    suggestions: { type: 'array' },
    original_output: { type: 'string' },
  },
});

/** One workflow command of GitHub Actions, read as `actions/runner` reads it (src/Runner.Common/ActionCommand.cs). */
export function readWorkflowCommand(row: string): {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
} {
  const found = /^::(\w+) ([^\r\n]*?)::([^\r\n]*)$/.exec(row);
  if (found === null) throw new Error('this is no workflow command');
  const toText = (words: string): string =>
    words
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = Object.fromEntries(
    (found[2] ?? '').split(',').map((entry) => {
      const at = entry.indexOf('=');
      return [entry.slice(0, at), toText(entry.slice(at + 1))];
    }),
  );
  return { command: found[1] ?? '', properties, message: toText(found[3] ?? '') };
}

/** An element of XML. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** Jenkins xUnit plugin, junit-10.xsd: which elements hold which, with which attributes (`!` is required). */
const junitForm: Readonly<
  Record<string, { readonly holds: readonly string[]; readonly attributes: readonly string[] }>
> = {
  testsuites: {
    holds: ['testsuite'],
    attributes: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'],
  },
  testsuite: {
    holds: ['properties', 'testcase', 'system-out', 'system-err', 'testsuite'],
    attributes: [
      'name!',
      'tests!',
      'failures',
      'errors',
      'group',
      'time',
      'disabled',
      'skipped',
      'timestamp',
      'hostname',
      'id',
      'package',
      'file',
      'log',
      'url',
      'version',
    ],
  },
  testcase: {
    holds: [
      'skipped',
      'error',
      'failure',
      'rerunFailure',
      'rerunError',
      'flakyFailure',
      'flakyError',
      'system-out',
      'system-err',
      'properties',
    ],
    attributes: ['name!', 'classname!', 'time', 'status', 'assertions', 'group', 'class', 'file', 'line'],
  },
  failure: { holds: [], attributes: ['type', 'message'] },
  error: { holds: [], attributes: ['type', 'message'] },
  'system-out': { holds: [], attributes: [] },
};

/** What is wrong with an element and those below it as JUnit XML. */
export function listJunitProblems(element: Element): readonly string[] {
  const form = junitForm[element.name];
  if (form === undefined) return [`<${element.name}> is unknown`];
  const known = form.attributes.map((name) => name.replace('!', ''));
  return [
    ...Object.keys(element.attributes)
      .filter((name) => !known.includes(name))
      .map((name) => `<${element.name}> has no ${name}`),
    ...form.attributes
      .filter((name) => name.endsWith('!') && !(name.slice(0, -1) in element.attributes))
      .map((name) => `<${element.name}> lacks ${name}`),
    ...element.children
      .filter(({ name }) => !form.holds.includes(name))
      .map(({ name }) => `<${element.name}> holds <${name}>`),
    ...element.children.flatMap(listJunitProblems),
  ];
}
