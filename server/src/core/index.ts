// The one door of the core: fronts (language server, command line) import from here alone.
export * from './facts/model';
export * from './knowledge/knowledge';
export * from './knowledge/model';
export * from './mentions/model';
export * from './note/fields';
export * from './note/model';
export * from './note/sections';
export * from './rules/finding';
export * from './settings';
export * from './text/edit';
export * from './text/lines';
export * from './text/span';
export * from './workspace/model';
export { assertionAt, findMentions } from './mentions/find';
export { contraindicationFor } from './rules/contraindication';
export { crashedRule } from './rules/run';
export { createWorkspace } from './workspace/workspace';
export { kindOf } from './workspace/files';
