/** How one sentence may travel: the shapes in which providers, libraries and what stands between put their errors. */
import type { Answer } from '../../src/providers/verdict.ts'

type Wrap = (message: string, status: number) => Omit<Answer, 'status'>

const json =
  (shape: (message: string, status: number) => unknown, type = 'application/json'): Wrap =>
  (message, status) => ({ headers: { 'content-type': type }, body: JSON.stringify(shape(message, status)) })

/** Each leaves open what is meant: no code in it says anything but its status. */
export const wraps: Readonly<Record<string, Wrap>> = {
  'an error object': json(message => ({ error: { message, type: null, param: null, code: null } })),
  'a bare string': json(error => ({ error })),
  'a type for everything': json(message => ({
    error: { message, type: 'invalid_request_error', code: null },
  })),
  'as Anthropic has it': json(message => ({
    type: 'error',
    error: { type: 'invalid_request_error', message },
    request_id: 'req_011CSaNp8sR3VFy1jBYowj',
  })),
  'a detail': json(detail => ({ detail })),
  'a list of details': json(msg => ({ detail: [{ loc: ['header'], msg, type: 'value' }] })),
  'a list of errors': json(message => ({ errors: [{ message }] })),
  'an array around it': json((message, code) => [{ error: { code, message } }]),
  'as Google has it': json((message, code) => ({
    error: { code, message, errors: [{ message, domain: 'global', reason: 'forbidden' }] },
  })),
  'a problem': json(
    (detail, status) => ({ type: 'about:blank', title: 'Request refused', status, detail }),
    'application/problem+json',
  ),
  'a problem with a page of its own': json(
    (detail, status) => ({
      type: 'https://api.example.com/problems/refused',
      title: 'Refused',
      status,
      detail,
    }),
    'application/problem+json; charset=utf-8',
  ),
  'JSON:API': json((detail, status) => ({
    errors: [{ id: 'e1', status: String(status), title: 'Refused', detail }],
  })),
  GraphQL: json(message => ({ data: null, errors: [{ message, path: ['models'] }] })),
  'an error that is true': json(message => ({ error: true, message })),
  'as gRPC': json(message => ({ code: 16, message, details: [] })),
  'a name in front': json(message => ({ error: { name: 'RequestError', message } })),
  'JSON within a message': json(message => ({ error: { message: JSON.stringify({ error: { message } }) } })),
  'JSON within JSON': (message, status) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(JSON.stringify({ error: { message, code: status } })),
  }),
  'a sentence before JSON': json((message, status) => ({
    error: { message: `Error code: ${status} - ${JSON.stringify({ error: { message } })}` },
  })),
  'as Python prints it': json((message, status) => ({
    detail: `Error code: ${status} - {'error': {'message': ${message.includes("'") ? JSON.stringify(message) : `'${message}'`}, 'type': None}}`,
  })),
  'with the status in front': json((message, status) => ({ error: { message: `${status}: ${message}` } })),
  'a stream of events': (message, status) => ({
    headers: { 'content-type': 'text/event-stream' },
    body: `event: error\ndata: ${JSON.stringify({ error: { message, code: status } })}\n\ndata: [DONE]\n\n`,
  }),
  'a line of a stream': message => ({
    headers: { 'content-type': 'text/event-stream' },
    body: `data: ${JSON.stringify({ error: message })}\n\n`,
  }),
  'with a comment before the stream': message => ({
    headers: { 'content-type': 'text/event-stream' },
    body: `: keep-alive\n\ndata: ${JSON.stringify({ error: { message } })}\n\n`,
  }),
  'lines of JSON': message => ({
    headers: { 'content-type': 'application/x-ndjson' },
    body: `${JSON.stringify({ error: { message } })}\n${JSON.stringify({ done: true })}\n`,
  }),
  'without a kind': message => ({ headers: {}, body: `\uFEFF \n${JSON.stringify({ error: { message } })}` }),
  'cut off': message => ({
    headers: { 'content-type': 'application/json' },
    body: `{"error":{"message":${JSON.stringify(message)},"type":"inval`,
  }),
}

/** Shapes without a name for errors: some providers write so, and gateways do. */
export const gateways: Readonly<Record<string, Wrap>> = {
  'a message at the top': json(message => ({ message })),
  'no success': json(error => ({ success: false, error })),
  'no success, with messages': json(message => ({
    success: false,
    errors: [{ code: 1000, message }],
    result: null,
  })),
  'a status and a message': json(message => ({ status: 'error', message })),
  'capital letters': json(Message => ({ Message })),
  'a code and a message': json((message, code) => ({ code, message })),
  'a description': json(description => ({ ok: false, error_code: 1, description })),
  'an underscore': json(error_message => ({ error_message })),
  'under a response': json(message => ({ response: { error: { message } } })),
}
