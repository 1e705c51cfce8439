// Definitions as they must never be: bytes flipped or cut, values swapped, removed, of another type, nested far too deep.

/** Values that stand where others are expected. */
const strange = [null, true, 0, -1, 1e308, 1e10, '', 'constructor', '__proto__', 'x'.repeat(70_000), [], {}, [[[]]], { var: 'birthPlace' }, { '!': [{ '!': [] }] }];

/** Every place of a value below `value`: [the object or array, the name in it]. */
function placesIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((name) => [[value, name], ...placesIn(value[name])]);
}

/** Changes the text of a value that was parsed. */
function through(work) {
  return (bytes, die) => {
    const root = JSON.parse(bytes);
    const text = work(root, placesIn(root), die);
    return Buffer.from(text ?? JSON.stringify(root));
  };
}

const nested = (depth, [open, close]) => open.repeat(depth) + close.repeat(depth);

/** By name; each takes bytes and a die and gives other bytes. */
export const mutations = {
  flipped(bytes, die) {
    const given = Buffer.from(bytes);
    for (let left = 1 + die(5); left > 0; left--) given[die(given.length)] ^= 1 + die(255);
    return given;
  },
  cut: (bytes, die) => bytes.subarray(0, die(bytes.length)),
  added: (bytes, die) => Buffer.concat(die.of([[bytes, Buffer.from(die.of(['\0', '}', '{}', 'x']))], [Buffer.from('\ufeff'), bytes]])),
  'another file': (bytes, die) => Buffer.from(die.of(['', '<!doctype html><p>Sign in', '[]', 'null', '{"format":1}', '"'])),
  swapped: through((root, places, die) => {
    const [[a, first], [b, second]] = [die.of(places), die.of(places)];
    const [one, other] = [a[first], b[second]].map((value) => structuredClone(value));
    [a[first], b[second]] = [other, one];
  }),
  removed: through((root, places, die) => {
    const [owner, name] = die.of(places);
    if (Array.isArray(owner)) owner.splice(Number(name), 1);
    else delete owner[name];
  }),
  'other type': through((root, places, die) => {
    const [owner, name] = die.of(places);
    owner[name] = die.of(strange);
  }),
  nested: through((root, places, die) => {
    const [owner, name] = die.of(places);
    owner[name] = 'HERE';
    return JSON.stringify(root).replace('"HERE"', nested(die.of([31, 33, 1000, 100_000]), die.of([['[', ']'], ['{"!":', '}'], ['{"and":[', ']}']])).replace(':}', ':1}'));
  }),
  doubled: through((root, places, die) => {
    const lists = places.filter(([owner, name]) => Array.isArray(owner[name]) && owner[name].length);
    const [owner, name] = die.of(lists);
    owner[name].push(...owner[name]);
  }),
};
