// The watchdog tells a silent server from a slow or a failing one.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWatchdog } from '../../client/src/watchdog';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(ask: () => Promise<unknown>, enabled = true) {
  const onSilence = vi.fn();
  const watchdog = createWatchdog({ enabled, ask, onSilence, intervalMs: 100, patienceMs: 50 });
  watchdog.start();
  return { watchdog, onSilence };
}

const never = () => new Promise<never>(() => undefined);

test('a server that answers is left alone', async () => {
  const ask = vi.fn(async () => null);
  const { onSilence } = watch(ask);
  await vi.advanceTimersByTimeAsync(1000);
  expect(ask.mock.calls.length).toBeGreaterThan(5);
  expect(onSilence).not.toHaveBeenCalled();
});

test('an error is an answer', async () => {
  const { onSilence } = watch(() => Promise.reject(new Error('unknown method')));
  await vi.advanceTimersByTimeAsync(1000);
  expect(onSilence).not.toHaveBeenCalled();
});

test('silence is reported once', async () => {
  const { onSilence } = watch(never);
  await vi.advanceTimersByTimeAsync(149);
  expect(onSilence).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(onSilence).toHaveBeenCalledTimes(1);
});

test('a stopped watchdog reports nothing', async () => {
  const { watchdog, onSilence } = watch(never);
  await vi.advanceTimersByTimeAsync(120);
  watchdog.stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(onSilence).not.toHaveBeenCalled();
});

test('it asks nothing where it is off', async () => {
  const ask = vi.fn(never);
  watch(ask, false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(ask).not.toHaveBeenCalled();
});
