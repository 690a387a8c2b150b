// What the engine must reach on the labelled sentences.

/**
 * What is reached and may not be lost; whoever betters a figure writes the better one here. The aim is a lenient
 * accuracy of 0.97, at most 0.01 of the alarms missed and at most 0.02 false ones.
 */
export const reached = {
  lenientAccuracy: 0.97,
  missedAlarms: 0.01,
  falseAlarms: 0.02,
  placed: 0.95,
} as const;

/** The same for the sets under `latest`, which the engine has only begun to learn from. The aim is the same. */
export const reachedLately = [
  {
    files: ['clinic-letters.yaml', 'hurried-sessions.yaml', 'practices.yaml', 'therapists.yaml'],
    lenientAccuracy: 0.92,
    missedAlarms: 0.06,
    falseAlarms: 0.06,
  },
  { files: ['general-practice.yaml'], lenientAccuracy: 0.935, missedAlarms: 0.035, falseAlarms: 0.065 },
  { files: ['massage-rooms.yaml'], lenientAccuracy: 0.88, missedAlarms: 0.13, falseAlarms: 0.03 },
  { files: ['rooms.yaml'], lenientAccuracy: 0.91, missedAlarms: 0.07, falseAlarms: 0.045 },
  { files: ['practice.yaml'], lenientAccuracy: 0.935, missedAlarms: 0.07, falseAlarms: 0.04 },
] as const;
