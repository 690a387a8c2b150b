// Our own drawing of a person, front and back: one half drawn, the other mirrored at x = 100. In units of the view box.

export type BodySide = 'front' | 'back';

/** The box of one figure; the midline is x = 100. */
export const figureBox = { width: 200, height: 470, middle: 100 } as const;

const upperBody = [
  // Crown, temple, ear, jaw.
  'M100 9 C87 9 79.5 17.5 79.4 31 C79.3 33.5 79.4 35.5 79.7 37.2 C77.3 36.6 76.6 38.6 77.2 41.8 C77.8 45 79.2 47.6 81 47.4',
  // Neck, slope of the trapezius, shoulder.
  'C82 53.5 84.6 58.6 88 62.4 C88.6 68 88.7 71.6 87.8 74.8 C86 80 78.4 83 69 85.4',
  'C59.6 87.8 51.4 89.8 47 98.4 C44.2 104 43.8 112 42.8 119.6',
  // Outer arm, elbow, forearm.
  'C41.4 130.4 38.4 142 36.9 152 C35.9 158.8 34.7 164.4 33 170.4 C30.7 178.4 28.2 186 26.5 195 C24.5 206 23 218.6 21.2 231.6',
  // Outer hand with the thumb.
  'C20.4 236.6 16.6 240.4 14.2 244.6 C11.6 249 9 255 8.2 259.4 C7.7 262.4 10.2 263.4 12 261 C13.8 258.6 15 256.4 16.6 255.2',
  // Fingers.
  'C15.2 262.4 13.2 270 12.4 278 C12 283.4 15.4 284 16.4 279.6 C16.9 276.4 17.4 273 17.8 270.4',
  'C17.4 277 16.8 284 16.9 289.6 C17.1 294 20.6 294 21.2 289.8 C21.8 284 22 277.4 22.2 271.6',
  'C22.6 278 22.6 284.6 22.9 289.4 C23.4 293.4 26.6 293 26.8 288.8 C27 283 26.8 277.4 26.8 271.8',
  'C27.2 275.8 27.6 279.6 28.2 283.2 C29 286.6 31.8 285.8 31.8 282.2 C31.6 274.6 32.8 266.4 33.4 259.4',
  // Inner hand, inner forearm, inner arm to the armpit.
  'C34.4 252.4 34.8 243 35.6 235 C38.2 222.4 43 211 45.4 198.4 C46.6 191.6 47 185.4 48.2 179.2 C50 169.6 53.4 157 56 146.4 C57.2 141 58 136.6 58.6 132.4',
  // Flank, waist, hip.
  'C60 141.4 62.6 152 64.4 162.4 C65.8 170.6 66.4 178.4 65.4 186.2 C64.2 195.4 60.4 203.6 58.4 212.4 C56.8 219.4 55.9 226 55.6 233',
  // Outer thigh, knee, calf, ankle.
  'C55.2 252 58.4 274.6 61.8 296 C63.6 307.4 65.6 317.6 66.6 328 C67.2 336 65.6 343 64.4 351 C62.6 363.4 64 376.4 66.6 389.4 C69 401.6 71.6 413 72.4 424.4',
].join(' ');

const feet: Readonly<Record<BodySide, string>> = {
  front:
    'C72.7 430.4 70.6 435.6 67 441.4 C64.2 446 62.2 450.6 63.4 453.8 C64.6 457.2 70.6 457.8 75.6 457.6 C81.6 457.4 86 455.4 86.6 449.6 C87 444.6 85.6 438.6 85.2 432',
  back: 'C72.7 430.4 71.6 436 69.4 440.6 C67 445.4 66 449.4 69 451.2 C73 453.4 80.6 455 84 452.2 C87 449.4 86.2 439 85.2 432',
};

const innerLeg =
  'C84.9 424 86.4 412.6 88.6 400.4 C90.6 389.4 92.4 376.4 91.6 364.4 C91.1 356 89.6 348.6 89.8 340.6 C90 331.4 92.6 321 94.2 310 C96.4 294.4 98.2 271.4 99 252 L100 249.6';

/** The outline of the half on the left of the picture, from the crown over the arm and the leg back to the midline. */
export const outline: Readonly<Record<BodySide, string>> = {
  front: `${upperBody} ${feet.front} ${innerLeg}`,
  back: `${upperBody} ${feet.back} ${innerLeg}`,
};

/** Lines inside the half figure that tell where one is: faint, without meaning of their own. */
export const innerLines: Readonly<Record<BodySide, readonly string[]>> = {
  front: [
    // Jaw and the muscle at the side of the neck.
    'M81 47.4 C83 56.4 91.4 66.6 100 66.6',
    'M86.8 61 C89.4 69 94 77.6 97.6 83.6',
    // Collarbone.
    'M97.4 84.6 C90 82.4 79.6 85.6 68.6 88.8',
    // Chest, ribs, midline, navel.
    'M58.6 129 C66 137.6 82.6 141.4 98.6 135.4',
    'M52.6 100.4 C55.4 109.4 57.6 119 58.6 130',
    'M98.6 148 C92.6 154.4 83.4 165.6 77.6 180',
    'M100 88 L100 190',
    'M98.4 194.4 C98.4 192.8 101.6 192.8 101.6 194.4',
    // Groin.
    'M62.4 209.6 C70.6 223 84 238.6 98.4 247',
    // Kneecap, shin, ankle.
    'M72.2 333.4 C72.6 326.6 84.4 326.6 84.8 333.4 C85.2 341.4 72 341.4 72.2 333.4',
    'M79.4 346 C80.6 366 80.4 386 79.4 410',
    'M73.4 425.6 C76 428 81.6 428 84.2 425.4',
    // Elbow and wrist.
    'M36.4 176.4 C39.4 178.6 43.4 178.6 46 176.4',
    'M22 235 C26 237 31 237.2 34.6 235.6',
  ],
  back: [
    // Hairline and neck.
    'M82.6 51.6 C87 56.6 94 58.4 100 58.4',
    // Spine.
    'M100 62 L100 214',
    // Shoulder blade.
    'M94.6 107.6 C86.4 101.6 74 100.6 66.4 104.6 C69.4 116.4 76.6 132 86.4 141.4 C90.4 137 94.4 121.6 94.6 107.6',
    'M58.6 131 C57 121.6 55.4 111.6 51.6 102.4',
    // Flank of the broad back muscle.
    'M62 150 C69.6 166.4 79.4 182.4 90.6 196',
    // Dimple over the sacrum, cleft, fold of the seat.
    'M90.4 203.4 C91.6 202.4 93 202.6 93.6 204',
    'M100 216 L100 249',
    'M98.6 252.4 C91 259.6 74 261 63.6 251.6',
    // Hollow of the knee, bellies of the calf, Achilles tendon.
    'M69.4 336.6 C74.4 339.6 82.6 339.8 87.6 337.2',
    'M66.8 383.4 C70.4 391.4 76.4 391 78.4 384.6 C80.4 392.4 86.4 393 89.8 385.6',
    'M76.6 402 C77 412 76.6 422 75.8 431',
    'M82.4 402 C82 412 82.2 422 82.8 431',
    // Elbow and wrist.
    'M36.6 171.6 C39.4 175.4 43.6 175.6 46.4 172.6',
    'M22 235 C26 237 31 237.2 34.6 235.6',
  ],
};
