// What the browser promises about the data of this site. Whatever it answers, or throws, is taken for what it is worth.

const storage = (): Partial<StorageManager> | undefined => (navigator as Partial<Navigator>).storage;

/** Nothing where the browser knows no such promise, or does not say. */
export async function answerOf(question: 'persisted' | 'persist'): Promise<boolean | undefined> {
  try {
    return await storage()?.[question]?.();
  } catch {
    return undefined;
  }
}

/** Bytes that this site takes on the device; nothing where the browser does not say. */
export async function usage(): Promise<number | undefined> {
  try {
    return (await storage()?.estimate?.())?.usage;
  } catch {
    return undefined;
  }
}
