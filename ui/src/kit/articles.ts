// Numbers of articles as the rules write them.

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** `第二十二条` for 22; articles stay below one hundred. */
export function articleName(n: number): string {
  const tens = Math.floor(n / 10)
  const words = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens] ?? ''}十`
  return `第${words}${DIGITS[n % 10] ?? ''}条`
}
