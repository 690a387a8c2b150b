// The one wrapper around every handler: protocol phase, cancellation, and errors that carry no note text.
import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import { nextTurn } from './pace';
import { methods } from './protocol';
import type { State } from './state';

/** Codes of what went wrong, for tests and the log; never any text of a note. */
export interface Failure {
  readonly method: string;
  readonly errorId: string;
  /** The error's class, such as `TypeError`. */
  readonly kind: string;
}

/** Names a failure without its own words: they may quote a note. */
export const nameFailure = (method: string, error: unknown): Failure => ({
  method,
  errorId: crypto.randomUUID().slice(0, 8),
  kind: error instanceof Error ? error.constructor.name : typeof error,
});

/** The answer to a request that comes at the wrong time; undefined if it may be answered. */
export function refuse(phase: State['phase']): ResponseError<void> | undefined {
  switch (phase) {
    case 'new':
      return new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet.');
    case 'stopped':
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server is shutting down.');
    case 'running':
      return undefined;
  }
}

/** Requests that nobody waits for: they do not hold up other work. */
const patient: ReadonlySet<string> = new Set([WorkspaceDiagnosticRequest.method, methods.ping]);

const cancelled = (): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');

/**
 * Wraps a request handler. Before `initialize` it answers −32002, after `shutdown` −32600; a cancelled request is an
 * error, never an empty answer; a throw becomes a generic message with an id.
 */
export function guardRequest<P, R>(
  state: State,
  method: string,
  run: (params: P, token: CancellationToken) => R | Promise<R>,
  log: (failure: Failure) => void,
): (...received: readonly unknown[]) => Promise<R | ResponseError<void>> {
  return async (...received: readonly unknown[]) => {
    // The library hands over params and token; for a request without params the token alone.
    const token = received[received.length - 1] as CancellationToken;
    const params = (received.length > 1 ? received[0] : undefined) as P;
    if (!patient.has(method)) state.lastAsked = performance.now();
    const refused = refuse(state.phase);
    if (refused !== undefined) return refused;
    try {
      // Let a waiting cancellation or change be read first.
      await nextTurn();
      if (token.isCancellationRequested) return cancelled();
      const result = await run(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      const failure = nameFailure(method, error);
      log(failure);
      const message = `SOAP Notes could not answer this (error ${failure.errorId}).`;
      return new ResponseError(ErrorCodes.InternalError, message);
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
    if (state.phase !== 'running') return;
    state.lastAsked = performance.now();
    try {
      await run(params);
    } catch (error) {
      log(nameFailure(method, error));
    }
  };
}
