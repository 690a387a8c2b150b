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
