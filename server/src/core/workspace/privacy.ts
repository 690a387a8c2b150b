// What can be told of a practice's privacy from its paths, its remotes and its git attributes. Judged, never looked up.
import { say } from '../text/say';

/** What is known of a practice on disk. All paths are relative to its root, with `/`. */
export interface PrivacyFacts {
  readonly paths: readonly PracticePath[];
  /** The names of clients as their records have them. */
  readonly clientNames: readonly string[];
  /** True where practice.yaml asks for names of files and folders that tell nobody's name. */
  readonly opaqueIds: boolean;
  readonly remotes: readonly { readonly name: string; readonly url: string }[];
  /** False outside a git repository: then nothing is known of attributes and of what is tracked. */
  readonly inGit: boolean;
}

export interface PracticePath {
  readonly path: string;
  /** True for notes and client records, and what lies beside them under `clients`: the words of people. */
  readonly isPrivate: boolean;
  /** The filter that git's attributes give it, such as `git-crypt`. */
  readonly filter: string | undefined;
  readonly isTracked: boolean;
}

export type PrivacyTopic = 'encryption' | 'keys' | 'names' | 'remotes';

/** One judgement. `question`: only a person can answer it. */
export interface PrivacyJudgement {
  readonly topic: PrivacyTopic;
  readonly level: 'ok' | 'question' | 'problem';
  /** What is so, in one plain sentence. */
  readonly message: string;
  /** What to do; absent where all is well. */
  readonly advice?: string;
  /** The paths it is about, sorted. They may tell names. */
  readonly paths?: readonly string[];
}

/** Judges what is known of a practice's privacy; sorted by topic, in the order of the paths and remotes. */
export const judgePrivacy = (facts: PrivacyFacts): readonly PrivacyJudgement[] => [
  ...judgeEncryption(facts),
  ...judgeKeys(facts),
  ...judgeNames(facts),
  ...judgeRemotes(facts),
];

/** Filters that are known to encrypt what git stores; `lfs` does not. */
const encrypting =
  /^(?:git-?crypt(?:-.+)?|git-agecrypt|agecrypt|crypt(?:-.+)?|transcrypt|sops|gpg|openssl|age)$/;

function judgeEncryption({ paths, inGit }: PrivacyFacts): readonly PrivacyJudgement[] {
  const topic = 'encryption';
  if (!inGit) return [];
  const own = paths.filter(({ isPrivate }) => isPrivate);
  const open = own.filter(({ filter }) => filter === undefined || !encrypting.test(filter));
  if (own.length === 0) return [];
  if (open.length === 0)
    return [{ topic, level: 'ok', message: say`git encrypts every note and record before it is stored.` }];
  if (open.length === own.length)
    return [
      {
        topic,
        level: 'question',
        message: say`git stores notes and records as they are: whoever has a copy of the repository can read them.`,
        advice: say`Keep every copy on an encrypted disk. If a copy lies with somebody else, look at git-crypt before the next push.`,
      },
    ];
  return [
    {
      topic,
      level: 'problem',
      message: say`Some notes or records are encrypted in git, and these are not.`,
      advice: say`Give them the same filter in .gitattributes, then run \`git add --renormalize .\` and commit.`,
      paths: open.map(({ path }) => path).sort(),
    },
  ];
}

/** Names of files that hold private keys or passwords. */
const keyFile =
  /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?|[^/]*\.(?:pem|key|p12|pfx|kdbx)|\.env|\.netrc)$/i;

function judgeKeys({ paths }: PrivacyFacts): readonly PrivacyJudgement[] {
  const found = paths.filter(({ path, isTracked }) => isTracked && keyFile.test(path));
  if (found.length === 0) return [];
  return [
    {
      topic: 'keys',
      level: 'problem',
      message: say`Files that look like keys or passwords are in the repository.`,
      advice: say`Make new keys, take these files out with \`git rm --cached\`, and list them in .gitignore: the history keeps them.`,
      paths: found.map(({ path }) => path).sort(),
    },
  ];
}

function judgeNames({ paths, clientNames, opaqueIds }: PrivacyFacts): readonly PrivacyJudgement[] {
  const topic = 'names';
  const own = paths.filter(({ isPrivate }) => isPrivate).map(({ path }) => path);
  const { telling, guessed } = sortPaths(own, clientNames);
  if (!opaqueIds)
    return telling.length === 0
      ? []
      : [
          {
            topic,
            level: 'question',
            message: say`Names of folders or files tell the names of clients, which practice.yaml allows.`,
            advice: say`Names in paths show in git logs, in CI and in backups. \`privacy: opaque-ids\` in practice.yaml asks for ids instead.`,
          },
        ];
  if (telling.length + guessed.length === 0)
    return own.length === 0
      ? []
      : [{ topic, level: 'ok', message: say`No path tells a name, as practice.yaml asks.` }];
  const advice = say`Give the client an id without a name: soap-notes rename-client OLD NEW.`;
  return [
    ...(telling.length === 0
      ? []
      : [
          {
            topic,
            level: 'problem',
            message: say`These paths tell the name of a client, and practice.yaml asks for ids without names.`,
            advice,
            paths: telling,
          } as const,
        ]),
    ...(guessed.length === 0
      ? []
      : [
          {
            topic,
            level: 'question',
            message: say`These paths may tell a name: they are made of words only.`,
            advice,
            paths: guessed,
          } as const,
        ]),
  ];
}

/** The shortest parts of paths that tell a name, and those that may: `clients/maria-lopez` for all that lies in it. */
function sortPaths(
  paths: readonly string[],
  clientNames: readonly string[],
): { readonly telling: readonly string[]; readonly guessed: readonly string[] } {
  const shortest = (path: string, tells: (part: string) => boolean): string | undefined =>
    listParts(path).find((part) => tells(part));
  const telling = new Set<string>();
  const guessed = new Set<string>();
  for (const path of paths) {
    const part = shortest(path, (one) => tellsName(one, clientNames));
    if (part !== undefined) telling.add(part);
    else {
      const other = shortest(path, looksLikeName);
      if (other !== undefined) guessed.add(other);
    }
  }
  return { telling: [...telling].sort(), guessed: [...guessed].sort() };
}

/** `a`, `a/b`, `a/b/c` of `a/b/c`. */
const listParts = (path: string): readonly string[] =>
  path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));

/** Letters without their marks, in lower case: `Müller-Łoś` reads `muller-los` where Unicode splits the mark. */
const toPlain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

const toWords = (text: string): readonly string[] => toPlain(text).match(/\p{L}+/gu) ?? [];

/** The part of a path that a practice names itself: below `clients`, without the endings of our files. */
const namedParts = (path: string): readonly string[] =>
  path
    .replace(/^(?:.*\/)?clients(?:\/|$)/, '')
    .replace(/(?:\.soap\.md|\.soap|\.client\.ya?ml|\/client\.ya?ml)$/i, '')
    .split('/');

/** True if a path holds two words of one client's name, or a name run together, or its last word alone. */
function tellsName(path: string, clientNames: readonly string[]): boolean {
  const words = new Set(namedParts(path).flatMap(toWords));
  return clientNames.some((name) => {
    const parts = toWords(name).filter((word) => word.length > 1);
    const last = parts.at(-1);
    if (last === undefined) return false;
    return (
      parts.filter((part) => words.has(part)).length >= 2 ||
      (last.length > 2 && words.has(last)) ||
      words.has(parts.join(''))
    );
  });
}

/** True for a folder or file such as `maria-lopez`: two or three words of letters, none of them a usual word. */
const looksLikeName = (path: string): boolean =>
  namedParts(path).some((part) => {
    const words = part.split(/[-_. ]+/);
    return (
      (words.length === 2 || words.length === 3) &&
      words.every((word) => /^\p{L}{2,}$/u.test(word) && !usual.has(toPlain(word)))
    );
  });

const usual = new Set(
  'client clients consent discharge doctor draft follow form health history initial intake letter note notes plan referral report scan session signed up visit wellness'.split(
    ' ',
  ),
);

/** Hosts where anyone can look at a repository unless its owner made it private. */
const openHosts =
  /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitea\.com|sr\.ht|sourceforge\.net|notabug\.org|framagit\.org)$/;
/** Hosts whose addresses are open to everyone who has them. */
const publicHosts = /(?:^gist\.github\.com|\.github\.io|\.gitlab\.io|^pastebin\.com)$/;

function judgeRemotes({ remotes, inGit }: PrivacyFacts): readonly PrivacyJudgement[] {
  const topic = 'remotes';
  if (!inGit) return [];
  if (remotes.length === 0)
    return [
      {
        topic,
        level: 'question',
        message: say`The repository has no remote: nothing leaves this computer, and nothing is kept elsewhere.`,
        advice: say`Make sure that a backup of this disk exists, encrypted.`,
      },
    ];
  return remotes.flatMap(judgeRemote);
}

function judgeRemote({
  name,
  url,
}: {
  readonly name: string;
  readonly url: string;
}): readonly PrivacyJudgement[] {
  const topic = 'remotes';
  const { scheme, secret, host } = readRemote(url);
  const judgements: PrivacyJudgement[] = [];
  if (secret)
    judgements.push({
      topic,
      level: 'problem',
      message: say`The address of the remote ${name} holds a password or token.`,
      advice: say`Take it out with \`git remote set-url\`, make a new one, and let a credential helper keep it.`,
    });
  if (scheme === 'http' || scheme === 'git')
    judgements.push({
      topic,
      level: 'problem',
      message: say`The remote ${name} is reached by ${scheme}://, which everyone on the way can read.`,
      advice: say`Use https:// or SSH.`,
    });
  if (host !== undefined && publicHosts.test(host))
    judgements.push({
      topic,
      level: 'problem',
      message: say`The remote ${name} is at ${host}, which is open to everyone who has the address.`,
      advice: say`Notes of clients do not belong there. Take the remote away, and ask the host to delete what is there.`,
    });
  else if (host !== undefined && openHosts.test(host))
    judgements.push({
      topic,
      level: 'question',
      message: say`The remote ${name} is at ${host}, where a repository is open to everyone unless it was made private.`,
      advice: say`Open its page in a browser that is not signed in: if you can see it, everyone can. Your law may also ask for a contract with the host.`,
    });
  if (judgements.length === 0)
    judgements.push({
      topic,
      level: 'ok',
      message:
        host === undefined
          ? say`The remote ${name} is a folder that this computer reaches.`
          : say`The remote ${name} is at ${host}, no host that is known to show repositories to everyone.`,
    });
  return judgements;
}

/** The parts of a remote's address: `https://user:secret@host:port/path`, `git@host:path` or a path. */
function readRemote(url: string): {
  readonly scheme: string | undefined;
  readonly secret: boolean;
  readonly host: string | undefined;
} {
  const full = /^([a-z][a-z0-9+.-]*):\/\/(?:([^/@]*)@)?([^/:@]*)/i.exec(url);
  if (full !== null) {
    const scheme = (full[1] ?? '').toLowerCase();
    const user = full[2] ?? '';
    // For SSH the user is `git`; for http a token may stand in the user's place.
    const secret = user.includes(':') || (scheme.startsWith('http') && user.length >= 20);
    return { scheme, secret, host: scheme === 'file' ? undefined : (full[3] ?? '').toLowerCase() };
  }
  const short = /^(?:[^@/\\]+@)?([^/:\\]{2,}):(?!\\)/.exec(url);
  return { scheme: undefined, secret: false, host: short?.[1]?.toLowerCase() };
}
