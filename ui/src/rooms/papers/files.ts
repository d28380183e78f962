// Pictures and annex files that go with the text, kept while its draft is: in memory only, and never inside the draft, which
// is written anew with every key.
import { shallowRef } from 'vue'
import type { PaperFile } from '@/api/frame'
import type { Upload } from '@/api/Upload'
import { draftKept, uploadsOf } from '@/kit'

const kept = shallowRef<Upload[]>([])

/** The files of this page; those of a draft that is gone are dropped. */
export function useFiles(draft: string) {
  if (!draftKept(draft)) kept.value = []
  function add(files: PaperFile[]) {
    const fresh = uploadsOf(files)
    kept.value = [...kept.value.filter((old) => !fresh.some((file) => file.name === old.name)), ...fresh]
  }
  function remove(name: string) {
    kept.value = kept.value.filter((file) => file.name !== name)
  }
  function clear() {
    kept.value = []
  }
  return { files: kept, add, remove, clear }
}

/** Bytes behind a base64 text. */
export function sizeOf(file: Upload): number {
  return Math.floor((file.data.length * 3) / 4)
}
