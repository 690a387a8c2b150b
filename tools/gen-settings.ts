// Writes the table of settings into package.json (contributes.configuration) and docs/settings.md.
import { type Setting, settingsTable } from '../server/src/core/settings';

const rows: readonly (readonly [key: string, setting: Setting])[] = Object.entries(settingsTable);

/** The manifest with `contributes.configuration` as the table says; everything else stays as it is. */
export function toManifestWithSettings(manifest: string): string {
  const parsed: { contributes?: Record<string, unknown> } = JSON.parse(manifest);
  parsed.contributes = { ...parsed.contributes, configuration: toConfiguration() };
  return `${JSON.stringify(parsed, undefined, 2)}\n`;
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

function toConfiguration(): unknown {
  const properties = rows.map(([key, setting], order) => [
    `soapNotes.${key}`,
    {
      order,
      scope: 'resource',
      type: setting.type === 'boolean' ? 'boolean' : 'string',
      ...(setting.type === 'enum' && {
        enum: Object.keys(setting.values),
        enumDescriptions: Object.values(setting.values),
      }),
      default: setting.default,
      markdownDescription: setting.description,
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
