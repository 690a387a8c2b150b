// Findings as JUnit XML: a suite a file, a case a finding; a file without findings is one case that passes.
// Form: the schema junit-10.xsd of Jenkins' xUnit plugin, which GitLab and Azure read too.
import { severities } from '../../core/index';
import { type ReportContext, type ReportedFinding, type ReportFormat, sayFinding } from '../report';

export const junit: ReportFormat = {
  name: 'junit',
  carries: 'codes',
  print(report, context) {
    const byFile = new Map<string, ReportedFinding[]>(report.files.map((file) => [file, []]));
    for (const finding of report.findings) byFile.get(finding.file)?.push(finding);
    const suites = [...byFile].map(([file, findings]) => printSuite(file, findings, context));
    const tests = [...byFile.values()].reduce((sum, findings) => sum + Math.max(1, findings.length), 0);
    const failures = report.findings.filter((finding) => fails(finding, context)).length;
    const errors = report.failures.map(
      (failure) =>
        `  <testsuite name="not read" tests="1" failures="0" errors="1">\n    <testcase name="read" classname="soap-notes">\n      <error message="${escapeXml(failure)}"/>\n    </testcase>\n  </testsuite>\n`,
    );
    return [
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      `<testsuites name="soap-notes" tests="${tests + errors.length}" failures="${failures}" errors="${errors.length}">\n`,
      ...suites,
      ...errors,
      '</testsuites>\n',
    ].join('');
  },
};

const fails = ({ severity }: ReportedFinding, { failOn }: ReportContext): boolean =>
  failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);

function printSuite(file: string, findings: readonly ReportedFinding[], context: ReportContext): string {
  const failures = findings.filter((finding) => fails(finding, context)).length;
  const cases = findings.map((finding) => {
    const place = `${file}:${finding.line}:${finding.column}`;
    const words = escapeXml(sayFinding(finding, context));
    const body = fails(finding, context)
      ? `<failure message="${words}" type="${finding.severity}">${escapeXml(place)}</failure>`
      : `<system-out>${escapeXml(place)}: ${finding.severity}: ${words}</system-out>`;
    return `    <testcase name="${escapeXml(finding.rule)}" classname="${escapeXml(file)}">\n      ${body}\n    </testcase>\n`;
  });
  const passed = `    <testcase name="nothing found" classname="${escapeXml(file)}"/>\n`;
  return `  <testsuite name="${escapeXml(file)}" tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0">\n${cases.length > 0 ? cases.join('') : passed}  </testsuite>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML holds no control characters, not even escaped ones. */
const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ')
    .replace(/\p{Surrogate}/gu, ' ')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
