// The one table of settings. package.json and docs/settings.md are generated from it (npm run gen).

/** A row of the table of settings. */
export type Setting =
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | { readonly type: 'string'; readonly default: string; readonly description: string }
  | {
      readonly type: 'enum';
      readonly default: string;
      readonly values: Readonly<Record<string, string>>;
      readonly description: string;
    };

/** Every setting: its key below `soapNotes.`, its type, its default and what it does in plain words. */
export const settingsTable = {
  'warnings.level': {
    type: 'enum',
    default: 'hint',
    values: {
      error: 'Only what must not be done.',
      warning: 'Also likely trouble.',
      information: 'Also precautions and missing record items.',
      hint: 'Everything, with suggestions for tidier form.',
    },
    description: 'The least serious finding to show. Errors are always shown.',
  },
  profile: {
    type: 'enum',
    default: 'practice',
    values: {
      practice: 'What `profile` in practice.yaml says; hints only where it says nothing.',
      generic: 'Anywhere: what professional bodies agree on.',
      'wa-us': 'Washington, United States.',
      'md-us': 'Maryland, United States.',
      'mi-us': 'Michigan, United States.',
      'nj-us': 'New Jersey, United States.',
      'tx-us': 'Texas, United States.',
      'dc-us': 'District of Columbia, United States.',
      'on-ca': 'Ontario, Canada.',
      wellness: 'Wellness and relaxation: the least.',
      none: 'Nothing is asked for.',
    },
    description: 'The rules that say what a note must hold. See docs/profiles.md.',
  },
  'completion.showContraindicated': {
    type: 'boolean',
    default: true,
    description:
      'List techniques that this client should not have, struck through and last, with the reason.',
  },
  'codeLens.enabled': {
    type: 'boolean',
    default: true,
    description: 'Show above a note which session it is, how pain goes, and what to mind.',
  },
  'hints.lastVisit': {
    type: 'boolean',
    default: true,
    description: 'Show in grey, behind a field that is still blank, what stood there at the last visit.',
  },
  'hints.lineEnds': {
    type: 'boolean',
    default: true,
    description:
      'Show in grey, at the end of a line, what a short form stands for, how long ago a day was, and the like.',
  },
  'suggestions.fromLastSession': {
    type: 'boolean',
    default: false,
    description:
      'Offer in grey, while you type in Treatment and Plan, how the line went on at the last session. Tab takes it. Also needs `editor.inlineSuggest.enabled`, which is off in notes so that no other extension suggests there. Nothing leaves this computer.',
  },
  'newNote.therapist': {
    type: 'string',
    default: '',
    description:
      'Your name or short id, as *New session note* writes it. Leave it empty to type it in every note.',
  },
} as const satisfies Record<string, Setting>;

/** Settings as the core takes them. */
export interface Settings {
  readonly warningsLevel: 'error' | 'warning' | 'information' | 'hint';
  readonly showContraindicated: boolean;
  readonly codeLens: boolean;
  readonly lastVisitHints: boolean;
  readonly lineHints: boolean;
  readonly lastSessionSuggestions: boolean;
  /** The id of a profile of completeness; `practice` leaves it to practice.yaml. */
  readonly profile: string;
}

export const defaultSettings: Settings = {
  warningsLevel: 'hint',
  showContraindicated: settingsTable['completion.showContraindicated'].default,
  codeLens: settingsTable['codeLens.enabled'].default,
  lastVisitHints: settingsTable['hints.lastVisit'].default,
  lineHints: settingsTable['hints.lineEnds'].default,
  lastSessionSuggestions: settingsTable['suggestions.fromLastSession'].default,
  profile: settingsTable.profile.default,
};

/** Reads settings from whatever an editor sent; anything that does not fit falls back to its default. */
export function toSettings(raw: unknown): Settings {
  const get = (path: string): unknown =>
    path
      .split('.')
      .reduce<unknown>(
        (at, key) =>
          typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined,
        raw,
      );
  const level = get('warnings.level');
  const profile = get('profile');
  const flag = (path: string, usual: boolean): boolean => {
    const value = get(path);
    return typeof value === 'boolean' ? value : usual;
  };
  return {
    warningsLevel:
      level === 'error' || level === 'warning' || level === 'information' || level === 'hint'
        ? level
        : defaultSettings.warningsLevel,
    profile: typeof profile === 'string' ? profile : defaultSettings.profile,
    showContraindicated: flag('completion.showContraindicated', defaultSettings.showContraindicated),
    codeLens: flag('codeLens.enabled', defaultSettings.codeLens),
    lastVisitHints: flag('hints.lastVisit', defaultSettings.lastVisitHints),
    lineHints: flag('hints.lineEnds', defaultSettings.lineHints),
    lastSessionSuggestions: flag('suggestions.fromLastSession', defaultSettings.lastSessionSuggestions),
  };
}
