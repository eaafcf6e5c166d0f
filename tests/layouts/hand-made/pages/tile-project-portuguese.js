// Portuguese; a tile among the projects begins two steps: the name, with an id made of it beneath, then an offer that may stay as it is; then it works for a while and says that it is ready.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let at = 'home'
let name = ''
let isMeasured = false
const projects = [{ name: 'Default project', id: 'default-project' }]
const isMade = () => (state.seen.projects ?? []).length > 0
const idOf = text =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
const top =
  '<header class="row" style="padding:0 32px;border-bottom:1px solid #dde2e6"><b>🔥 Fogueira</b><a href="#docs">Documentação</a><a href="#suporte">Suporte</a></header>'
const views = {
  home: () =>
    `${top}<main class="content"><h1>Seus projetos</h1><p class="card">Novidade: teste os agentes no console. <a href="#agentes">Saiba mais</a></p><div class="row" style="align-items:stretch;flex-wrap:wrap"><div${isMade() ? '' : ' m="open-form"'} class="card" id="add" role="button" tabindex="0" style="cursor:pointer;width:210px;border-style:dashed"><div style="font-size:28px">＋</div>Adicionar projeto</div>${projects.map(one => `<a class="card" href="#${one.id}" style="width:210px;color:inherit;text-decoration:none"><b>${one.name}</b><p class="muted">${one.id}</p></a>`).join('')}<div class="card" style="width:210px;background:#fff7e6"><b>Ver um projeto de exemplo</b><p class="muted">Somente leitura</p></div></div></main>`,
  name: () =>
    `${top}<main class="content"><button type="button" class="icon" id="leave" aria-label="Fechar">✕</button><p class="muted">Criar um projeto (etapa 1 de 2)</p><h1>Como se chama o seu projeto?</h1><div class="field"><input m="name" id="nm" aria-label="Nome do projeto" placeholder="Digite o nome do projeto" value="${name}" style="font-size:20px;width:420px"><span class="muted mono" id="pid">${idOf(name)}</span></div><button m="next-step" type="button" class="primary" id="next"${name.trim() ? '' : ' disabled'}>Continuar</button></main>`,
  measure: () =>
    `${top}<main class="content"><p class="muted">Criar um projeto (etapa 2 de 2)</p><h1>Medição para o seu projeto</h1><p>Relatórios gratuitos e sem limite sobre o uso. Você pode ativar depois.</p><label class="row"><input type="checkbox" role="switch" id="measure"${isMeasured ? ' checked' : ''}> Ativar a medição neste projeto</label><div class="row"><button type="button" id="back">Anterior</button><button m="submit" type="button" class="primary" id="go">Criar projeto</button></div></main>`,
  work: () =>
    `${top}<main class="content" role="status"><h1>${name}</h1><p>Preparando os recursos…</p><progress></progress></main>`,
  ready: () =>
    `${top}<main class="content" role="status"><h1>${name}</h1><p>✔ Seu novo projeto está pronto</p><button m="done" type="button" class="primary" id="end">Continuar</button></main>`,
}
const go = to => {
  at = to
  put(document.body, views[to](), 'instead')
}
go('home')
on('#add', () => later(400, () => go('name')))
document.addEventListener('input', ({ target }) => {
  if (target.id !== 'nm') return
  name = target.value
  one('#pid').textContent = idOf(name)
  one('#next').disabled = name.trim() === ''
})
document.addEventListener('change', ({ target }) => {
  if (target.id === 'measure') isMeasured = target.checked
})
on('#leave', () => go('home'))
on('#back', () => go('name'))
on('#next', () => go('measure'))
on('#go', () => {
  go('work')
  later(2200, () => {
    projects.push({ name: name.trim(), id: idOf(name) })
    state.seen.projects = [...(state.seen.projects ?? []), name.trim()]
    go('ready')
  })
})
on('#end', () => go('home'))
tell(
  [
    { purpose: 'open-form', done: isMade },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#nm').trim() !== '' },
    { purpose: 'next-step', done: () => at !== 'name' },
    { purpose: 'submit', done: isMade },
    { purpose: 'done', done: () => at !== 'ready' },
  ],
  { reached: isMade },
)
