// The knowledge base for tests, read once from the YAML files.
import { join } from 'node:path';
import { createKnowledge, type Knowledge } from '../../server/src/core';
import { compileKnowledge } from '../../tools/compile-knowledge';

let known: Knowledge | undefined;

/** The shipped knowledge, with the examples of its rules. */
export function loadKnowledge(): Knowledge {
  known ??= createKnowledge(compileKnowledge(join(import.meta.dirname, '../../knowledge')));
  return known;
}
