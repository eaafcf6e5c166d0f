/**
 * Changed sources that do the same as the unchanged ones, as far as anybody can tell from outside, each with the reason. A key is
 * what the long run prints: the line, and what stood there before and after.
 */
export const equivalent: Record<string, string> = {
  'name => /^.*\\.[a-z]{2,}/.exec(name.toLowerCase())?.[0] ?? [], | /^.*\\.[a-z]{2,}/ → /.*\\.[a-z]{2,}/':
    'A name holds no line end, so what can begin anywhere begins at the start.',
  'name => /^.*\\.[a-z]{2,}/.exec(name.toLowerCase())?.[0] ?? [], | /^.*\\.[a-z]{2,}/.exec(name.toLowerCase())?.[0] ?? [] → /^.*\\.[a-z]{2,}/.exec(name.toLowerCase())?.[0]':
    'What is no name is no host of a provider either.',
  "const part = /scopes?\\b[^:]{0,30}:\\s*([\\s\\S]{0,500})/i.exec(words)?.[1] ?? '' | /scopes?\\b[^:]{0,30}:\\s*([\\s\\S]{0,500})/i.exec(words)?.[1] ?? '' → /scopes?\\b[^:]{0,30}:\\s*([\\s\\S]{0,500})/i.exec(words)?.[1]":
    'No right is found in nothing, nor in the word “undefined”.',
  "const said = readBody(answer.body, headers['content-type'] ?? '') | headers['content-type'] ?? '' → headers['content-type']":
    'Nothing is no page, nor is the word “undefined”.',
  "if (!isObject(item) || typeof item.at !== 'number') return undefined | !isObject(item) || typeof item.at !== 'number' → !isObject(item)":
    'The time is part of what the sealing is bound to: with another kind of time it does not open.',
  'if (!enc || !sealed) return undefined | !enc || !sealed → false':
    'Without this look the opening refuses what is no base64, and is caught.',
  'if (!enc || !sealed) return undefined | !enc || !sealed → !enc':
    'Without this look the opening refuses what is no base64, and is caught.',
  'if (!enc || !sealed) return undefined | !enc || !sealed → !sealed':
    'Without this look the opening refuses what is no base64, and is caught.',
  "const now = Date.parse(headers.date ?? '') | headers.date ?? '' → headers.date":
    'What is not there is no time either.',
  "const header = headers['retry-after'] ?? '' | headers['retry-after'] ?? '' → headers['retry-after']":
    'What is not there is no number, and no time either.',
  'if (sender.id !== own.id || sender.url === undefined) return null | sender.id !== own.id || sender.url === undefined → sender.id !== own.id':
    'No address reads as the address “undefined”, which is none: the next lines refuse it.',
  'since: same && before ? before.since : now, | same && before → same':
    'With nothing known before there is no cause, so it is not the same.',
  'const waiting = (await namesIn(store))?.filter(name =>  … tartsWith(prefix)).length ?? 0 | (await namesIn(store))?.filter(name => name.startsWith(prefix)).length ?? 0 → (await namesIn(store))?.filter(name => name.startsWith(prefix)).length':
    'Where the names cannot be read none is counted, and nothing is not more than the bound either.',
  'const waiting = (await namesIn(store))?.filter(name =>  … tartsWith(prefix)).length ?? 0 | 0 → (0 + 1)':
    'Where the names cannot be read none is counted, and one is not more than the bound either.',
  'const tagLength = 16 | 16 → (16 + 1)':
    'Without this look the decryption refuses what is no base64 or too short; no text of the length in question can be whole.',
  'if (!bytes || bytes.length < nonceLength + tagLength) return undefined | !bytes || bytes.length < nonceLength + tagLength → false':
    'Without this look the decryption refuses what is no base64 or too short; no text of the length in question can be whole.',
  'if (!bytes || bytes.length < nonceLength + tagLength) return undefined | !bytes || bytes.length < nonceLength + tagLength → !bytes':
    'Without this look the decryption refuses what is no base64 or too short; no text of the length in question can be whole.',
  'if (!bytes || bytes.length < nonceLength + tagLength) return undefined | < → <=':
    'Without this look the decryption refuses what is no base64 or too short; no text of the length in question can be whole.',
  "const entry: Entry = { ...(before ?? { about: '', secret: '' }) } | before ?? { about: '', secret: '' } → before":
    'Who puts a new record in gives both parts, so both stamps are written over in the same step.',
  "const entry: Entry = { ...(before ?? { about: '', secret: '' }) } | about: '', → nothing":
    'Who puts a new record in gives both parts, so both stamps are written over in the same step.',
  "const entry: Entry = { ...(before ?? { about: '', secret: '' }) } | secret: '' → nothing":
    'Who puts a new record in gives both parts, so both stamps are written over in the same step.',
  'const inMirror = stores.mirror | stores.mirror ? writeProven(stores.mirror, sealed.items … ue, () => false, ) : undefined → (writeProven(stores.mirror, sealed.items).then( () => true, () => false, ))':
    'Without a mirror nobody asks whether it has the parts.',
  '() => true, | true → undefined': 'What is not known to have failed counts as written further down.',
  'mirrorIndex(stores, index.items, old, (await inMirror) ?? true), | (await inMirror) ?? true → (await inMirror)':
    'Without a mirror nobody asks whether it has the parts.',
  'mirrorIndex(stores, index.items, old, (await inMirror) ?? true), | true → false':
    'Without a mirror nobody asks whether it has the parts.',
  'return read && (await openPart(scope, read.id, read.par … .stamp, sealed)) !== undefined | read && (await openPart(scope, read.id, read.part, read.stamp, sealed)) !== undefined → (await openPart(scope, read.id, read.part, read.stamp, sealed)) !== undefined':
    'Only names of parts are asked about, and those can all be read.',
  'const theirs = stores.mirror ? await readWhatCan(stores.mirror, names) : ours | stores.mirror ? await readWhatCan(stores.mirror, names) : ours → (await readWhatCan(stores.mirror, names))':
    'Without a mirror nothing is taken for sound before its time, and all is looked at once more at the end.',
  'return names.length > 0 | 0 → (0 + 1)':
    'One part that is left over is looked at with the rest, at the end.',
  'if (!stores.mirror) return 0 | !stores.mirror → false':
    'Without a mirror the reading fails, and whoever called counts nothing.',
  'if (different.length === 0) return 0 | different.length === 0 → false':
    'Writing no items changes nothing.',
  'if (lost.length > 0) { | lost.length > 0 → true': 'Looking for older parts of no records finds none.',
  'if (lost.length > 0) { | > → >=': 'Looking for older parts of no records finds none.',
  'return bucket && openBucket(scope, bucket.no, bucket.stamp, item) | bucket && openBucket(scope, bucket.no, bucket.stamp, item) → openBucket(scope, bucket.no, bucket.stamp, item)':
    'Only names of buckets are asked about.',
  'if (((await openRoot(scope, sealed))?.generation ?? 0) > manifest.generation) return false | (await openRoot(scope, sealed))?.generation ?? 0 → (await openRoot(scope, sealed))?.generation':
    'No state has a generation below one: what is written first has that.',
  'if (((await openRoot(scope, sealed))?.generation ?? 0) > manifest.generation) return false | 0 → (0 + 1)':
    'No state has a generation below one: what is written first has that.',
  'return sentence && refinements[code]?.includes(sentence … (said, code) ? sentence : code | sentence && refinements[code]?.includes(sentence) → refinements[code]?.includes(sentence)':
    'No list of members holds nothing.',
  "const admin = run.there?.admin ?? '' | run.there?.admin ?? '' → run.there?.admin":
    'Only runs that an admin key tells of are read.',
  'if (!kept.ok) return | !kept.ok → false':
    'What cannot be read holds no runs, so nothing is asked or planned.',
  'if (refused.size + closed.size === 0) return [] | refused.size + closed.size === 0 → false':
    'Of nothing nothing is named; it only saves the work.',
  'if (address !== undefined) next.baseUrl = address | address !== undefined → true':
    'What a record does not say and what is undefined in it are stored alike: JSON leaves it out.',
  'const isSame = is?.record && sealed === undefined && wasAskedAt(next, is.record) | is?.record && sealed === undefined → sealed === undefined':
    'Without a record and without a sealed secret there is no secret, and that was refused above.',
  'if (clock && currentTags(record).some(each => each !==  … moveSecret(record, tag, clock) | clock && currentTags(record).some(each => each !== tag) → currentTags(record).some(each => each !== tag)':
    'Only a secret that the record holds is shown of it.',
  "return act === 'go' && platformPath(view?.link?.url ??  … fined ? 'pageTabs' : undefined | view?.link?.url ?? '' → view?.link?.url":
    'What is not there is no address, nor is the word “undefined”.',
  'for (let at = 0; at < letters.length; at += half) | 0 → (0 + 1)':
    'Eight letters in a row hold the four of a step wherever the steps begin.',
  'for (let at = 0; at < letters.length; at += half) | < → <=': 'Behind the last letter there is none.',
  'halves.has(letters.slice(at, at + half)) && | halves.has(letters.slice(at, at + half)) && part.test(l … ax(0, at - half), at + least)) → part.test(letters.slice(Math.max(0, at - half), at + least))':
    'It only saves the work: what holds no half holds no part.',
  'part.test(letters.slice(Math.max(0, at - half), at + least)) | letters.slice(Math.max(0, at - half), at + least) → letters':
    'It only saves the work: a part that stands elsewhere is found there.',
  'part.test(letters.slice(Math.max(0, at - half), at + least)) | max → min':
    'A part at the beginning is found by its second half, too.',
  'readings.slice(0, /[\\\\%&<]/.test(text) ? 3 : 1).some(odd => holdsAs(text, odd)) | readings.slice(0, /[\\\\%&<]/.test(text) ? 3 : 1) → readings':
    'It only saves the work: without such a sign all readings read the same.',
  'readings.slice(0, /[\\\\%&<]/.test(text) ? 3 : 1).some(odd => holdsAs(text, odd)) | /[\\\\%&<]/.test(text) ? 3 : 1 → (3)':
    'It only saves the work: without such a sign all readings read the same.',
  'readings.slice(0, /[\\\\%&<]/.test(text) ? 3 : 1).some(odd => holdsAs(text, odd)) | 3 → (3 + 1)':
    'There are three readings and no fourth.',
  'readings.slice(0, /[\\\\%&<]/.test(text) ? 3 : 1).some(odd => holdsAs(text, odd)) | 1 → (1 + 1)':
    'It only saves the work: without such a sign the second reads as the first.',
  'if (!holds(text)) return text | !holds(text) → false':
    'It only saves the work: a text whose word holds a part holds it, too.',
  "const [no, stamp] = numbers.get(name) ?? [-1, ''] | numbers.get(name) ?? [-1, ''] → numbers.get(name)":
    'Only what the list names is read, so it is there.',
  "const [no, stamp] = numbers.get(name) ?? [-1, ''] | -1, → nothing":
    'Only what the list names is read, so it is there.',
  "const [no, stamp] = numbers.get(name) ?? [-1, ''] | 1 → (1 + 1)":
    'Only what the list names is read, so it is there.',
  "const [no, stamp] = numbers.get(name) ?? [-1, ''] | '' → nothing":
    'Only what the list names is read, so it is there.',
  'if (root && root.generation > (newest?.generation ?? -1)) newest = { ...root, slot } | 1 → (1 + 1)':
    'No generation is below nothing at all.',
  'findings.mended += count | += → =': 'It is told once, before anything is counted.',
  'if (root && lost.size === 0) return { manifest, findings } | root && lost.size === 0 → false':
    'It only saves the walk: where nothing is lost nothing is looked for.',
  'for (const stamp of [entry.about, entry.secret]) | entry.secret → nothing':
    'No secret is written without what is said about it, so none is newer.',
  '.concat(said.types.slice(0, mostRead).map(type => meani … de(type, 0, provider, rules))) | 0 → (0 + 1) (2)':
    'Of a type no status is asked but whether the request was refused, and neither 0 nor 1 says so.',
  "if (cause === 'timeout' || cause === 'not_the_provider') return cause | return cause → return":
    'What such a status says is said again at the end, where nothing was read.',
  "/error_description=\"([^\"]+)/.exec(headers['www-authenti … [1] ?? headers['grpc-message'] | headers['www-authenticate'] ?? '' → headers['www-authenticate']":
    'What is not there holds no description, nor does the word “undefined”.',
  'const topic = isRead || provider.statuses?.[status] ? u … byTopic(heard, refusal, rules) | isRead || provider.statuses?.[status] → provider.statuses?.[status]':
    'Where something was read, what a sentence is about is not asked for.',
  "if (cause === 'rate_limited' && (wait ?? 0) > 3600 && !said.edge) cause = 'usage_limit' | wait ?? 0 → wait":
    'Who is not told how long to wait does not wait for an hour.',
  "if (cause === 'rate_limited' && (wait ?? 0) > 3600 && !said.edge) cause = 'usage_limit' | 0 → (0 + 1)":
    'Who is not told how long to wait does not wait for an hour.',
  "return (said.form === 'json' || said.form === 'broken') && !said.edge | (said.form === 'json' || said.form === 'broken') && !said.edge → (said.form === 'json' || said.form === 'broken')":
    'A page and a text are always somebody’s between, and what those say is read by their own rule; nothing at all is about nothing.',
  "return (said.form === 'json' || said.form === 'broken') && !said.edge | (said.form === 'json' || said.form === 'broken') && !said.edge → !said.edge":
    'A page and a text are always somebody’s between, and what those say is read by their own rule; nothing at all is about nothing.',
  "return (said.form === 'json' || said.form === 'broken') && !said.edge | (said.form === 'json' || said.form === 'broken') && !sa … id, status, rules) : undefined → (meaningByTopic(said, status, rules))":
    'A page and a text are always somebody’s between, and what those say is read by their own rule; nothing at all is about nothing.',
  "const sentence = fromSentences(said, provider, said.form === 'text' ? 0 : status, rules) | 0 → (0 + 1)":
    'No phrase is kept for a status of 0 or 1, and neither is a refusal.',
  'const topic = byTopic(said, 403, rules) | 403 → (403 + 1)':
    'At 403 and 404 the same topics are asked for.',
  "return topic && isAboutMoney(topic) ? topic : 'ok' | topic && isAboutMoney(topic) → isAboutMoney(topic)":
    'What is about nothing is not about money.',
  'const owner = echo && shapes.find(({ shape }) => shape.test(echo)) | echo && shapes.find(({ shape }) => shape.test(echo)) → shapes.find(({ shape }) => shape.test(echo))':
    'No key looks like the word “undefined”.',
}
