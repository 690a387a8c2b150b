// Writes the table of settings into package.json (contributes.configuration), its words into package.nls.json, and the
// page docs/settings.md.
import { type Setting, settingsTable } from '../server/src/core/settings';

const rows: readonly (readonly [key: string, setting: Setting])[] = Object.entries(settingsTable);

/** The manifest with `contributes.configuration` as the table says; everything else stays as it is. */
export function toManifestWithSettings(manifest: string): string {
  const parsed: { contributes?: Record<string, unknown> } = JSON.parse(manifest);
  parsed.contributes = { ...parsed.contributes, configuration: toConfiguration() };
  return `${JSON.stringify(parsed, undefined, 2)}\n`;
}

/** The words of the manifest with those of the settings as the table says; everything else stays as it is. */
export function toManifestWords(current: string): string {
  const words: Readonly<Record<string, string>> = JSON.parse(current);
  const others = Object.entries(words).filter(([key]) => !key.startsWith('setting.'));
  return `${JSON.stringify(Object.fromEntries([...others, ...listSettingWords()]), undefined, 2)}\n`;
}

/** The page for people: one table, in the order of the settings. */
export function toSettingsPage(): string {
  const lines = rows.map(
    ([key, setting]) =>
      `| \`soapNotes.${key}\` | ${toValues(setting)} | \`${JSON.stringify(setting.default)}\` | ${toHelp(setting)} |`,
  );
  return [
    '# Settings',
    '',
    'This page is generated from `server/src/core/settings.ts` by `npm run gen`.',
    '',
    '| Setting | Values | Default | What it does |',
    '|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

const wordOf = (key: string, value?: string): string =>
  value === undefined ? `setting.${key}` : `setting.${key}.${value}`;

function listSettingWords(): readonly (readonly [key: string, text: string])[] {
  return rows.flatMap(([key, setting]) => [
    [wordOf(key), setting.description] as const,
    ...(setting.type === 'enum'
      ? Object.entries(setting.values).map(([value, help]) => [wordOf(key, value), help] as const)
      : []),
  ]);
}

function toConfiguration(): unknown {
  const properties = rows.map(([key, setting], order) => [
    `soapNotes.${key}`,
    {
      order,
      scope: 'resource',
      type: setting.type === 'boolean' ? 'boolean' : 'string',
      ...(setting.type === 'enum' && {
        enum: Object.keys(setting.values),
        enumDescriptions: Object.keys(setting.values).map((value) => `%${wordOf(key, value)}%`),
      }),
      default: setting.default,
      markdownDescription: `%${wordOf(key)}%`,
    },
  ]);
  return { title: 'SOAP Notes', properties: Object.fromEntries(properties) };
}
function toValues(setting: Setting): string {
  switch (setting.type) {
    case 'boolean':
      return '`true`, `false`';
    case 'string':
      return 'text';
    case 'enum':
      return Object.keys(setting.values)
        .map((value) => `\`"${value}"\``)
        .join(', ');
  }
}

function toHelp(setting: Setting): string {
  if (setting.type !== 'enum') return setting.description;
  const values = Object.entries(setting.values).map(([value, help]) => `\`${value}\`: ${help}`);
  return [setting.description, ...values].join('<br>');
}
