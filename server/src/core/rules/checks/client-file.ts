// A note and the client file beside it that name the client differently: nothing may be left unused in silence.
import { clientOfPath } from '../../facts/session';
import { say } from '../../text/say';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { cut } from '../words';

export const clientFile: Check = { name: 'client-file', run: listClientFile };

function listClientFile({ client, session }: CheckInput): readonly Finding[] {
  const named = session.note.frontMatter?.client;
  if (named === undefined) return [];
  const at = { uri: session.uri, span: named.span };
  const { record, beside } = client;
  if (record === undefined && beside !== undefined) {
    const its = beside.record.id;
    return [
      {
        rule: 'record/another-client',
        severity: 'warning',
        at,
        message: cut(
          say`The client file in this folder is that of ${its?.value ?? clientOfPath(beside.uri) ?? say`another client`}, so it does not count for this note.`,
        ),
        because: [
          {
            at: { uri: beside.uri, span: its?.span ?? { start: 0, end: 0 } },
            text: say`The client file of this folder`,
          },
        ],
        fixes: [],
      },
    ];
  }
  const id = record?.record.id;
  if (record === undefined || id === undefined || id.value.toLowerCase() === named.value.toLowerCase())
    return [];
  return [
    {
      rule: 'record/two-ids',
      severity: 'information',
      at,
      message: cut(
        say`The client file in this folder has the id ${id.value} and counts here. Write the same id in both, or move the note.`,
      ),
      because: [{ at: { uri: record.uri, span: id.span }, text: say`Client record: the id` }],
      fixes: [
        {
          title: say`Write “${id.value}” as the client`,
          preferred: true,
          edits: [{ uri: session.uri, edits: [{ span: named.span, newText: id.value }] }],
        },
      ],
    },
  ];
}
