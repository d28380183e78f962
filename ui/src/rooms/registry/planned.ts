// Types of the import until the generated list names them.
import type { Upload } from '@/api/Upload'

interface Fault { sheet: string; row: number; column: string; title: string; cell: string; message: string; severity: 'error' | 'warning'; severity_label: string }
interface Row { row: number; state: 'new' | 'existing' | 'bad'; state_label: string; cells: string[] }
interface Sheet { name: string; found: boolean; columns: string[]; rows: number; good: number; existing: number; bad: number; sample: Row[] }
interface Preview { digest: string; file: string; sheets: Sheet[]; rows_total: number; good: number; existing: number; bad: number; faults: Fault[]; errors: number; warnings: number; summary: string; can_import_all: boolean; can_import_good: boolean }
interface Done { units: number; people: number; posts: number; existing: number; left_out: number; summary: string }
declare module '@/api/commands' {
  interface Commands {
    registry_import_template: { request: Record<string, never>; answer: Paper }
    registry_import_preview: { request: { upload: Upload }; answer: Preview }
    registry_import_apply: { request: { upload: Upload; digest: string; good_only: boolean }; answer: Done }
  }
}
