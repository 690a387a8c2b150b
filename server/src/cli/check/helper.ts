// The other threads of a check: how the bundle starts itself once more, and what it does there.
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Knowledge } from '../../core/index';
import { readTextFile } from '../../io/files';
import { createJudge, type JudgedGroup, type JudgeSetup } from './judge';
import type { Helper } from './pool';
import type { Group } from './survey';

interface HelperData {
  readonly soapNotes: 'judge';
  readonly setup: JudgeSetup;
}

type Answer =
  | { readonly id: number; readonly judged: JudgedGroup }
  | { readonly id: number; readonly failed: string };

/** Starts a thread that runs the program at `script` again as a helper. */
export function startHelper(script: string, setup: JudgeSetup): Helper {
  const data: HelperData = { soapNotes: 'judge', setup };
  const worker = new Worker(script, { workerData: data });
  const waiting = new Map<
    number,
    { resolve: (judged: JudgedGroup) => void; reject: (error: Error) => void }
  >();
  let ids = 0;
  const fail = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('a helper thread has ended'));
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('judged' in answer) asked?.resolve(answer.judged);
    else asked?.reject(new Error(answer.failed));
  });
  worker.on('error', fail);
  worker.on('exit', fail);
  return {
    judge: (group) =>
      new Promise((resolve, reject) => {
        ids += 1;
        waiting.set(ids, { resolve, reject });
        worker.postMessage({ id: ids, group });
      }),
    end: () => {
      void worker.terminate();
    },
  };
}

const isHelperData = (data: unknown): data is HelperData =>
  typeof data === 'object' && data !== null && 'soapNotes' in data && data.soapNotes === 'judge';

/** Serves as a helper if this thread was started as one; true if so. */
export function serveAsHelper(loadKnowledge: () => Knowledge): boolean {
  const port = parentPort;
  if (port === null || !isHelperData(workerData)) return false;
  const judge = createJudge(workerData.setup, loadKnowledge(), readTextFile);
  port.on('message', ({ id, group }: { readonly id: number; readonly group: Group }) => {
    let answer: Answer;
    try {
      answer = { id, judged: judge.judgeGroup(group) };
    } catch (error) {
      // An error's own words may quote a note; its name does not.
      answer = { id, failed: error instanceof Error ? error.name : typeof error };
    }
    port.postMessage(answer);
  });
  return true;
}
