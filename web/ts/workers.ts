/** The browser's service workers; nothing where it has none, or refuses to say (a setting, a sandbox). */
export function serviceWorkers(): ServiceWorkerContainer | undefined {
  try {
    return (navigator as Partial<Navigator>).serviceWorker;
  } catch {
    return undefined;
  }
}
