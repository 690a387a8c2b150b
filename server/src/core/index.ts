// The one door of the core: fronts (language server, command line) import from here alone.
export { type ConvertOptions, convertNote } from './convert/convert-note';
export {
  type ArchivedFile,
  isSafePath,
  looksLikeArchive,
  readArchive,
  writeArchive,
} from './exchange/archive';
export { toBundle } from './exchange/fhir/bundle';
export { type ForeignVisit, type PracticeClient, readForeign, type Unplaced } from './exchange/foreign';
export { printPages } from './exchange/print';
export { type Choice, type ExportedClient, type Selection, selectClients } from './exchange/selection';
export { type TableCell, tableNames, toTables } from './exchange/tables';
export * from './facts/model';
export { dateOfNote } from './facts/session';
export {
  type BodyEntry,
  type BodyKind,
  type BodyMark,
  bodyMarks,
  listBodyEntries,
} from './features/body-map';
export { type Change, type Changes, listChanges } from './features/changes';
export { type ClientAlert, listClientAlerts } from './features/client-alerts';
export {
  type Alert,
  type ClientOverview,
  type KnownClearance,
  type KnownCondition,
  type KnownMedication,
  type KnownPlan,
  type KnownVisit,
  summarizeClient,
} from './features/client-summary';
export { clientText } from './features/client-text';
export { type Action, listActions, listFormEdits } from './features/code-actions';
export { type Lens, listLenses } from './features/code-lens';
export { type CodePage, pageOf } from './features/code-pages';
export { type Completion, listCompletions } from './features/completion';
export { findConversion } from './features/conversion';
export { copyForward, findLastNote, type NewNoteText, type NewSession } from './features/copy-forward';
export { type Definition, listDefinitions } from './features/definition';
export { describeRule, describeTerm, escapeMarkdown } from './features/describe';
export {
  type DueItem,
  type DueKind,
  type DueOptions,
  dueKinds,
  firstSignedDays,
  listDue,
  listDueOf,
} from './features/due';
export { type Fold, listFolds } from './features/folding';
export { findHover, type Hover } from './features/hover';
export { findInlineSuggestion, type InlineSuggestion } from './features/inline-completion';
export { type LastVisitHint, listLastVisitHints } from './features/last-visit';
export { type LineHint, listLineHints } from './features/line-hints';
export { type Link, listLinks } from './features/links';

export { beginNote } from './features/note-forms';
export { type PickedRegion, pickRegion } from './features/pick-region';
export { ciFiles, frameworkFile, hooksFolder } from './features/practice-automation';
export {
  type CiHost,
  compareLayout,
  type LayoutFile,
  type LayoutOptions,
  type LayoutState,
  layoutGitSettings,
  listPracticeLayout,
} from './features/practice-layout';
export { type ClientDocuments, listHighlights, listReferences, listTermPlaces } from './features/references';
export { draftReferral, type LetterOptions } from './features/referral-letter';
export { type ClientRename, type FileRename, renameClient } from './features/rename';
export { listLetterEdits, mergeEdits, planClientRename } from './features/rename-plan';
export { findRenameTarget, type RenameTarget, renameTerm } from './features/rename-target';
export {
  type RulePart,
  wordAction,
  wordEachSource,
  wordLevel,
  wordReview,
  wordRule,
  wordTarget,
} from './features/rule-words';
export {
  findTermIds,
  isAssertion,
  type SearchHit,
  type SearchKind,
  type SearchQuery,
  searchKinds,
  searchPractice,
} from './features/search';
export { listSelections } from './features/selection';
export { listTokens, type Token, tokenModifiers, tokenTypes } from './features/semantic-tokens';
export { findSigningGaps, listOpenAlerts } from './features/signing';
export { type Cell, makeStats, type PeriodKind, periodKinds, type Stats } from './features/stats';
export { countFindings, type Summary, summarize } from './features/summary';
export { listSymbols, type OutlineEntry } from './features/symbols';
export { findTermAt } from './features/term-at';
export { listTrends, type PainAt, type Series, type Trends, type ValueAt } from './features/trends';
export { findNamed, type NamedPlace } from './features/workspace-symbols';
export { type CompactKnowledge, expandKnowledge } from './knowledge/compact';
export * from './knowledge/knowledge';
export * from './knowledge/model';
export type { PracticeFile } from './knowledge/practice-file';
export * from './knowledge/profile';
export { listOverdueRules, reviewDue } from './knowledge/review';
export { assertionAt, findMentions } from './mentions/find';
export * from './mentions/model';
export * from './note/client';
export * from './note/fields';
export { listHeadProblems } from './note/head';
export * from './note/keys';
export { usualLimits } from './note/limits';
export * from './note/model';
export * from './note/parse';
export * from './note/practice';
export { formatNote, formatPart } from './note/print';
export * from './note/sections';
export { addDays } from './note/values/calendar';
export { auditPage } from './pages/audit-page';
export { listAuditParts, nameAudited, titleAudit } from './pages/audit-parts';
export { clientPage } from './pages/client-page';
export { notePage, type PageOptions, plainPage } from './pages/note-page';
export { type Page, type PagePart, toBody, toDocument } from './pages/page';
export { styles as pageStyles } from './pages/styles';
export { type ExampleRun, runOwnExamples } from './rules/check-knowledge';
export { findProfile, requirementsOf } from './rules/completeness/profile';
export { describeRequirement } from './rules/completeness/table';
export { contraindicationFor } from './rules/contraindication';
export { type ExampleOutcome, exampleDay, runExample } from './rules/examples';
export * from './rules/finding';
export { findingNames, listFindingIds } from './rules/ids';
export { listTouches, type Touch } from './rules/impact';
export { crashedRule } from './rules/run';
export { findPain, findPainAfter } from './rules/visits/pain';
export * from './settings';
export { hashOf, type Signature, type Signer } from './signing/canonical';
export { addAddendum, type Signing, signAddendum, signNote, touchesSigned } from './signing/sign';
export { isClosed, isSigned, type SigningState, type VerifiedPart, verifyNote } from './signing/verify';
export { compareText } from './text/compare';
export { count } from './text/count';
export { editDistance } from './text/distance';
export * from './text/edit';
export * from './text/lines';
export { addToList } from './text/lists';
export { oncePerText } from './text/once';
export { inEnglish, say, speak, spoken, type Words } from './text/say';
export * from './text/span';
export {
  type Audit,
  type AuditedNote,
  type AuditedRule,
  type AuditOptions,
  makeAudit,
} from './workspace/audit';
export { findClientKeys } from './workspace/client-of';
export { kindOf, practiceRootOf } from './workspace/files';
export { type Ledger, type LedgerEntry, type LedgerRule, makeLedger } from './workspace/ledger';
export * from './workspace/model';
export {
  judgePrivacy,
  type PracticePath,
  type PrivacyFacts,
  type PrivacyJudgement,
  type PrivacyTopic,
} from './workspace/privacy';
export { createWorkspace } from './workspace/workspace';
