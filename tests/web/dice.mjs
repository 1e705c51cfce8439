// Chance that can be thrown again: the same seed gives the same numbers (mulberry32).

/** `die(n)` gives 0 to n - 1, `die.of(list)` one of the list. */
export function dice(seed) {
  let state = seed >>> 0;
  const die = (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
  die.of = (list) => list[die(list.length)];
  return die;
}
