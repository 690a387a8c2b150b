// Findings as SARIF 2.1.0 (OASIS), which code scanning of GitHub and Azure and many viewers read.
import { type Severity, severities } from '../../core/index';
import { type ReportContext, type ReportedFinding, type ReportFormat, sayFinding } from '../report';

export const sarif: ReportFormat = {
  name: 'sarif',
  carries: 'codes',
  print(report, context) {
    const rules = [...new Set(report.findings.map(({ rule }) => rule))].sort();
    const indexOf = new Map(rules.map((rule, index) => [rule, index]));
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'soap-notes',
              version: context.version,
              rules: rules.map((id) => ({ id, shortDescription: { text: context.titleOf(id) } })),
            },
          },
          columnKind: 'utf16CodeUnits',
          invocations: [
            {
              executionSuccessful: report.failures.length === 0,
              ...(report.failures.length === 0
                ? {}
                : {
                    toolExecutionNotifications: report.failures.map((text) => ({
                      level: 'error',
                      message: { text },
                    })),
                  }),
            },
          ],
          results: report.findings.map((finding) =>
            toResult(finding, indexOf.get(finding.rule) ?? -1, context),
          ),
        },
      ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
  },
};

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const toResult = (finding: ReportedFinding, ruleIndex: number, context: ReportContext) => ({
  ruleId: finding.rule,
  ruleIndex,
  level: levels[finding.severity],
  // SARIF has one level for both; the rank keeps a hint below information.
  rank: 100 - 25 * severities.indexOf(finding.severity),
  message: { text: sayFinding(finding, context) },
  locations: [toLocation(finding.file, finding.line, finding.column, finding.endLine, finding.endColumn)],
  ...(finding.words === undefined || finding.words.because.length === 0
    ? {}
    : {
        relatedLocations: finding.words.because.map((why, index) => ({
          id: index,
          message: { text: why.text },
          ...toLocation(why.file, why.line, why.column),
        })),
      }),
  partialFingerprints: { 'soapNotes/v1': finding.fingerprint },
});

const toLocation = (file: string, line: number, column: number, endLine?: number, endColumn?: number) => ({
  physicalLocation: {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
    region: {
      startLine: line,
      startColumn: column,
      ...(endLine === undefined ? {} : { endLine, endColumn }),
    },
  },
});
