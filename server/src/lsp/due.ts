// What is due today, worked out once for each client until one of its documents changes.
import {
  addDays,
  compareText,
  type DueItem,
  type DueOptions,
  dueKinds,
  firstSignedDays,
  listDueOf,
} from '../core/index';
import { createPacer } from './pace';
import type { DueGroup, DueRow } from './protocol';
import { placesOf, type State } from './state';

// The tree shows so many of a kind and says how many more there are.
const shown = 200;
// Who has not come for so many days is not waited for, so that notes of long ago need not be read.
const reach = 366;

interface Known {
  readonly rests: string;
  readonly items: readonly DueItem[];
}

const known = new WeakMap<State, Map<string, Known>>();

/** Lists what is due today, by kind. Work that others wait for goes first. */
export async function listDueGroups(state: State, isCancelled: () => boolean): Promise<readonly DueGroup[]> {
  const { workspace } = state;
  const options: DueOptions = { day: workspace.today(), kb: state.kb, settings: workspace.settings() };
  const from = addDays(options.day, -reach);
  const signed = firstSignedDays(workspace.roster());
  const before = known.get(state) ?? new Map<string, Known>();
  const next = new Map<string, Known>();
  const pause = createPacer(state);
  for (const { key, version, root, record, sessions } of workspace.roster()) {
    if (isCancelled()) return [];
    const last = sessions.at(-1);
    if (last?.date === undefined || last.date < from) continue;
    const rests = `${version} ${options.day} ${options.settings.profile} ${signed.get(root) ?? ''}`;
    const old = before.get(key);
    if (old?.rests === rests) {
      next.set(key, old);
      continue;
    }
    const client = workspace.clientOf(record ?? last.uri);
    next.set(key, { rests, items: client === undefined ? [] : listDueOf(client, options, signed.get(root)) });
    await pause();
  }
  known.set(state, next);
  const items = [...next.values()].flatMap((client) => client.items);
  const { uriOf } = placesOf(state);
  return dueKinds.flatMap((kind): readonly DueGroup[] => {
    const own = items.filter((item) => item.kind === kind).sort((a, b) => compareText(a.due, b.due));
    if (own.length === 0) return [];
    return [{ kind, count: own.length, items: own.slice(0, shown).map((item) => toRow(item, uriOf)) }];
  });
}

const toRow = ({ key, client, name, due, message, at }: DueItem, uriOf: (uri: string) => string): DueRow => ({
  key,
  client,
  ...(name !== undefined && { name }),
  due,
  message,
  uri: uriOf(at.uri),
  offset: at.span.start,
});
