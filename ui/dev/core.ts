// Answers as the front desk would, with made-up data. `?as=empty|closed|locked|damaged|open` chooses what stands at the door.
import { answers } from './answers'
import './registry'
import './meetings'

export async function invoke(command: string, args: { name?: string; request?: unknown } = {}): Promise<unknown> {
  if (command === 'desktop_open') return framed('示例.xlsx')
  if (command !== 'ask') return null
  const name = args.name ?? ''
  await new Promise((resolve) => setTimeout(resolve, 30))
  const answer = answers[name]
  if (!answer) throw { kind: 'Broken', message: `示例数据里没有 ${name}。`, hint: null, article: null }
  return answer(args.request as never)
}

function framed(name: string): ArrayBuffer {
  const head = new TextEncoder().encode(JSON.stringify({ name, mime: '' }))
  const out = new Uint8Array(5 + head.length)
  new DataView(out.buffer).setUint32(0, head.length)
  out.set(head, 4)
  return out.buffer
}
