// The back-up file of what the core has in memory: also of what could not be saved. Loaded when it is asked for.
import { backupName, makeBackup } from './backup/make.js';
import type { BackupDossier } from './backup/format.js';
import { pinsOf } from './rescue/readers.js';
import { saveFile, today } from './rescue/save.js';

type GetPin = (hash: string) => Promise<Uint8Array | undefined>;

const texts = {
  vi: {
    saved: 'Trình duyệt đang tải tệp {name} về. Trong tệp có điều bạn đã khai, mời bạn giữ cẩn thận. Cảm ơn bạn.',
    large: 'Tất cả gộp lại thì quá lớn cho một tệp. Mời bạn mở trang “Xem, tải bản sao” và tải riêng từng việc. Chưa có gì bị mất.',
  },
  en: {
    saved: 'The browser is downloading {name}. It holds what you entered, so please keep it safe. Thank you.',
    large: 'Everything together is too large for one file. Please open the page “Look at it, save a copy” and save each one. Nothing is lost.',
  },
};

/** Hands the file to the browser's downloads. `getPin`: the bytes of a definition. Gives the sentence that says what became of it. */
export async function saveBackup(dossiers: BackupDossier[], getPin: GetPin): Promise<string> {
  const say = texts[document.documentElement.lang === 'en' ? 'en' : 'vi'];
  const made = today();
  const pins = await pinsOf(dossiers, [{ getPin }]);
  const bytes = makeBackup(dossiers, pins, made);
  if (!bytes) return say.large;
  saveFile(backupName(made), bytes);
  return say.saved.replace('{name}', backupName(made));
}
