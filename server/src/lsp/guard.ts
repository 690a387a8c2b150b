// The one wrapper around every handler: protocol phase, cancellation, and errors that carry no note text.
import { randomUUID } from 'node:crypto';
import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { State } from './state';

/** Counts and codes of what went wrong, for tests and the log; never any text of a note. */
export interface Failure {
  readonly method: string;
  readonly errorId: string;
  /** The error's class, such as `TypeError`. */
  readonly kind: string;
}

/**
 * Wraps a request handler. Before `initialize` it answers −32002, after `shutdown` −32600; a cancelled request is an
 * error, never an empty answer; a throw becomes a generic message with an id, for its own words may quote a note.
 */
export function guardRequest<P, R>(
  state: State,
  method: string,
  run: (params: P, token: CancellationToken) => R | Promise<R>,
  log: (failure: Failure) => void,
): (...received: readonly unknown[]) => Promise<R | ResponseError<void>> {
  return async (...received: readonly unknown[]) => {
    // A request without params hands over the token alone.
    const token = received[received.length - 1] as CancellationToken;
    const params = (received.length > 1 ? received[0] : undefined) as P;
    if (state.phase === 'new')
      return new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet.');
    if (state.phase === 'stopped')
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server is shutting down.');
    try {
      // Let a waiting cancellation or change be read first.
      await new Promise((resolve) => setImmediate(resolve));
      const result = token.isCancellationRequested ? undefined : await run(params, token);
      if (token.isCancellationRequested || result === undefined)
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      return result;
    } catch (error) {
      return new ResponseError(ErrorCodes.InternalError, report(method, error, log));
    }
  };
}

/** Wraps a notification handler: a throw is logged by id and the server goes on. */
export function guardNotification<P>(
  state: State,
  method: string,
  run: (params: P) => void | Promise<void>,
  log: (failure: Failure) => void,
): (params: P) => Promise<void> {
  return async (params) => {
    if (state.phase === 'stopped') return;
    try {
      await run(params);
    } catch (error) {
      report(method, error, log);
    }
  };
}

function report(method: string, error: unknown, log: (failure: Failure) => void): string {
  const errorId = randomUUID().slice(0, 8);
  log({ method, errorId, kind: error instanceof Error ? error.constructor.name : typeof error });
  return `SOAP Notes could not answer this (error ${errorId}).`;
}
