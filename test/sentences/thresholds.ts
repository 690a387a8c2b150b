// What the engine must reach on the labelled sentences.

/**
 * What is reached and may not be lost; whoever betters a figure writes the better one here. The aim is a lenient
 * accuracy of 0.97, at most 0.01 of the alarms missed and at most 0.02 false ones.
 */
export const reached = {
  lenientAccuracy: 0.975,
  missedAlarms: 0.008,
  falseAlarms: 0.02,
  placed: 0.95,
} as const;

/** The same for the sets under `latest`, which the engine has only begun to learn from. The aim is the same. */
export const reachedLately = [
  {
    files: ['clinic-letters.yaml', 'hurried-sessions.yaml', 'practices.yaml', 'therapists.yaml'],
    lenientAccuracy: 0.93,
    missedAlarms: 0.047,
    falseAlarms: 0.055,
    placed: 0.82,
  },
  {
    files: ['general-practice.yaml'],
    lenientAccuracy: 0.94,
    missedAlarms: 0.035,
    falseAlarms: 0.05,
    placed: 0.85,
  },
  { files: ['massage-rooms.yaml'], lenientAccuracy: 0.9, missedAlarms: 0.1, falseAlarms: 0.03, placed: 0.68 },
  { files: ['rooms.yaml'], lenientAccuracy: 0.94, missedAlarms: 0.045, falseAlarms: 0.04, placed: 0.89 },
  {
    files: ['session-notes.yaml'],
    lenientAccuracy: 0.945,
    missedAlarms: 0.045,
    falseAlarms: 0.035,
    placed: 0.88,
  },
  { files: ['surgeries.yaml'], lenientAccuracy: 0.96, missedAlarms: 0.025, falseAlarms: 0.025, placed: 0.91 },
  {
    files: ['treatment-rooms.yaml'],
    lenientAccuracy: 0.965,
    missedAlarms: 0.025,
    falseAlarms: 0.022,
    placed: 0.86,
  },
  {
    files: ['medical-letters.yaml'],
    lenientAccuracy: 0.965,
    missedAlarms: 0.025,
    falseAlarms: 0.025,
    placed: 0.96,
  },
  { files: ['practice.yaml'], lenientAccuracy: 0.965, missedAlarms: 0.03, falseAlarms: 0.03, placed: 0.86 },
] as const;
