// FHIR resources as plain data: stable ids, references, concepts, narrative.
import type { PartialDate } from '../../note/model';
import { formatPartial } from '../../note/values/calendar';
import { escapeHtml } from '../../pages/html';
import { hashOfText } from '../../signing/canonical';
import { type Coding, systems } from './codes';

export type Json = string | number | boolean | readonly Json[] | JsonMap | undefined;
export interface JsonMap {
  readonly [key: string]: Json;
}

/** A FHIR resource. `undefined` and empty lists are left out when it is put into a bundle. */
export interface Resource extends JsonMap {
  readonly resourceType: string;
  readonly id: string;
}

/**
 * An id that is the same whenever the same thing is exported: a UUID of version 8 (RFC 9562) from the SHA-256 of what
 * names the thing.
 */
export function stableId(...parts: readonly (string | number)[]): string {
  const hex = hashOfText(parts.join('\n')).replace('sha256:', '');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

export const addressOf = (id: string): string => `urn:uuid:${id}`;

export const refer = ({ resourceType, id }: Pick<Resource, 'resourceType' | 'id'>): JsonMap => ({
  reference: addressOf(id),
  type: resourceType,
});

/** A concept with words, and with a code where there is one. */
export const concept = (
  text: string | undefined,
  ...codes: readonly (Omit<Coding, 'display'> | undefined)[]
): JsonMap => ({
  coding: codes.flatMap((code) => (code === undefined ? [] : [{ ...code }])),
  text,
});

/** A quantity; its UCUM code goes along. */
export const quantity = (value: number, unit: string, ucum: string): JsonMap => ({
  value,
  unit: unit === '' ? undefined : unit,
  system: systems.ucum,
  code: ucum,
});

/** A date as exactly as it was stated, under the name that FHIR has for its kind; a decade is a period. */
export function onset(date: PartialDate | undefined): JsonMap {
  if (date === undefined) return {};
  return date.precision === 'decade'
    ? { onsetPeriod: { start: date.from.slice(0, 4), end: date.to.slice(0, 4) } }
    : { onsetDateTime: formatPartial(date) };
}

/** A stretch of time between stated dates; undefined where neither is known. */
export const period = (start: PartialDate | undefined, end: PartialDate | undefined): JsonMap | undefined =>
  start === undefined && end === undefined
    ? undefined
    : { start: start && formatPartial(start), end: end && formatPartial(end) };

/** Words as the narrative of a resource: XHTML in which every line and paragraph stands as it was written. */
export function narrative(words: string): JsonMap {
  const paragraphs = words
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br/>')}</p>`);
  return {
    status: 'additional',
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${paragraphs.join('')}</div>`,
  };
}

/** Without `undefined`, empty lists and empty maps: FHIR knows none of them. */
export function compact(value: Json): Json {
  if (Array.isArray(value)) {
    const items = value.map(compact).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value)
      .map(([key, entry]) => [key, compact(entry)] as const)
      .filter(([, entry]) => entry !== undefined);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  return value === '' ? undefined : value;
}
