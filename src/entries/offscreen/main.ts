/** The clipboard's document: asks the worker what to do and does it. It outlives popup, lock and the worker. */
import { send } from '../../platform/send.ts'
import { carryOut } from './clipboard-task.ts'

const reply = await send('offscreen.pull', {})
if (reply.ok) await carryOut(reply.task, send)
