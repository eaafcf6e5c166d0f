/**
 * A reporter for vitest: how long each test file took, with what it loads and prepares before its first test, which the JSON reporter
 * leaves out. Written to where FILE_TIMES says, in milliseconds.
 */
import { writeFileSync } from 'node:fs'

export default class FileTimes {
  onTestRunEnd(files) {
    const times = files.map(file => {
      const { collectDuration, duration } = file.diagnostic()
      return { file: file.moduleId, time: collectDuration + duration }
    })
    writeFileSync(process.env.FILE_TIMES, JSON.stringify(times))
  }
}
