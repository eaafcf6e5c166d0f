/** The other half of the drawn layouts that every run of the tests walks. */
import { walkSample } from './sample.ts'

walkSample(1)
