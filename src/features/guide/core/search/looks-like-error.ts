/** Whether a text is what a program shows rather than what a person asks. Asked before the reader of errors is loaded. */

const marks = [
  // A code: insufficient_quota.
  /\b[a-z]+(?:_[a-z]+)+\b/,
  // The name of an exception: openai.RateLimitError, PermissionDeniedError.
  /\b[A-Z]\w*(?:Error|Exception)\b|\bTraceback\b|\bError:/,
  /\b(?:error code|status(?: code)?|HTTP(?:\/[\d.]+)?)\W{1,3}[345]\d\d\b/i,
  /[{[]\s*["']/,
  /\n.*\S/,
  // What a program sent, or had nothing to send.
  /\bBearer\b|\bheaders?\b|\bundefined\b|\bnull\b/,
  /\b(?:E[A-Z]{5,}|ERR_[A-Z_]+|[A-Z]+_API_KEY)\b/,
]

export function looksLikeError(text: string): boolean {
  return text.trim().length >= 60 || marks.some(mark => mark.test(text))
}
