// Definitions as the site has them, and their names.

/** The definition of a procedure that the site serves today. */
export function definitionOf(person, id) {
  return person.page.evaluate(async (page) => {
    const html = await (await fetch(page)).text();
    const [, address] = /data-procedure="([^"]+)"/.exec(html);
    return (await fetch(address)).json();
  }, `/${person.lang}/tt/${id}/`);
}

/** The name that bytes have in addresses and pins: FNV-1a, 64 bits (content_hash in app/core/procedure_load.cpp). */
export function hashOf(bytes) {
  let hash = 14_695_981_039_346_656_037n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 1_099_511_628_211n);
  return hash.toString(16).padStart(16, '0');
}
