// Portuguese: a drawer in which two words side by side say whose the key is; for a service account a list of those that there are unfolds, with "new" chosen beforehand and a field for its name; the key comes as a file to load down, with its text under it.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let isUp = false
let owner = 'Pessoal'
let account = 'new'
let key = null
const accounts = ['coletor-noturno', 'painel-de-vendas']
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}.two{display:inline-flex;border:1px solid #8a939c;border-radius:8px;overflow:hidden}.two button{border:0;border-radius:0}</style><div class="app"><nav aria-label="Console"><b>Jangada IA</b><a href="#inicio">Início</a><a href="#modelos">Modelos</a><a href="/api-keys" aria-current="page">Chaves de API</a><a href="#equipe">Equipe</a><a href="#contas">Contas de serviço</a><a href="#cobranca">Cobrança</a></nav><main><div class="head"><h1>Chaves de API</h1><span id="top"></span></div><div class="row"><input type="search" placeholder="Buscar por nome ou dono" aria-label="Buscar chaves"></div><div id="list"></div></main></div><div id="side"></div><div id="layer"></div>',
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="new">Criar chave</button>')
const list = () =>
  put(
    one('#list'),
    `<table><thead><tr><th>Nome</th><th>Chave</th><th>Dono</th><th>Último uso</th></tr></thead><tbody>${key ? `<tr><td>${state.seen.name}</td><td class="mono">sk-…${key.slice(-4)}</td><td>🤖 ${state.seen.name}</td><td>nunca</td></tr>` : ''}<tr><td>meu-notebook</td><td class="mono">sk-…fD1w</td><td>👤 você</td><td>ontem</td></tr><tr><td>coletor-noturno</td><td class="mono">sk-…8nTc</td><td>🤖 coletor-noturno</td><td>hoje</td></tr></tbody></table>`,
    'instead',
  )
list()
const body = () =>
  put(
    one('#body'),
    owner === 'Pessoal'
      ? '<p class="muted">A chave fica ligada a você. Se você sair da organização, ela deixa de funcionar.</p><div class="field"><label for="nome">Nome da chave</label><input id="nome"></div>'
      : `<p class="muted">A chave pertence a um robô da organização e continua valendo se alguém sair.</p><fieldset style="border:0;padding:0"><legend>Qual conta de serviço?</legend><label class="row"><input type="radio" name="conta" value="new"${account === 'new' ? ' checked' : ''}> Nova conta de serviço</label>${account === 'new' ? '<div class="field" style="padding-inline-start:24px"><label for="nome">Nome da conta de serviço</label><input m="service-name" id="nome" placeholder="ex.: robo-de-relatorios"></div>' : ''}${accounts.map(of => `<label class="row"><input type="radio" name="conta" value="${of}"${account === of ? ' checked' : ''}> ${of}</label>`).join('')}</fieldset>`,
    'instead',
  )
const two = () =>
  put(
    one('#two'),
    ['Pessoal', 'Conta de serviço']
      .map(
        of =>
          `<button${of === 'Conta de serviço' ? ' m="owner"' : ''} type="button" class="own" aria-pressed="${of === owner}" style="${of === owner ? 'background:#0d4f3c;color:#fff' : ''}">${of}</button>`,
      )
      .join(''),
    'instead',
  )
on('#new', () => {
  isUp = true
  put(
    one('#side'),
    '<div class="veil"></div><aside class="drawer" role="dialog" aria-modal="true" aria-labelledby="dt"><div class="head"><h2 id="dt">Criar chave</h2><button type="button" class="icon no" aria-label="Fechar">✕</button></div><div class="field"><span id="dono">De quem é a chave?</span><div class="two" role="group" aria-labelledby="dono" id="two"></div></div><div id="body"></div><div class="field"><label for="proj">Projeto</label><select m="project" id="proj"><option>Default project</option><option>Loja virtual</option></select></div><p id="bad" style="color:#b3261e"></p><div class="row"><button m="submit" type="button" class="primary" id="go">Criar chave</button><button type="button" class="no">Cancelar</button></div></aside>',
    'instead',
  )
  two()
  body()
})
const shut = () => {
  isUp = false
  one('#side').replaceChildren()
}
on('.no', shut)
on('.own', ({ textContent }) => {
  owner = textContent
  two()
  body()
})
document.addEventListener('change', ({ target }) => {
  if (target.name !== 'conta') return
  account = target.value
  body()
})
on('#go', button => {
  const name = owner === 'Pessoal' || account === 'new' ? typedIn('#nome').trim() : account
  one('#bad').textContent = name ? '' : 'Dê um nome.'
  if (!name) return
  state.seen.name = name
  button.disabled = true
  button.textContent = 'Criando…'
  later(1300, () => {
    key = newKey('svcacct')
    state.seen.owner = owner === 'Pessoal' ? 'you' : 'service'
    shut()
    list()
    put(
      one('#layer'),
      `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="kt"><h2 id="kt">Chave criada</h2><p>Esta é a única vez em que a chave aparece. Guarde o arquivo ou o texto em um lugar seguro.</p><div class="card row"><span style="font-size:26px">📄</span><div style="flex:1"><b>${name}.txt</b><div class="muted">1 linha</div></div><button type="button" class="primary" id="load">Baixar</button></div><p class="muted" style="margin-bottom:2px">Conteúdo do arquivo:</p><div class="mono" id="key" style="user-select:all">${key}</div><div class="row" style="justify-content:flex-end"><button m="done" type="button" id="end">Fechar</button></div></div>`,
      'instead',
    )
  })
})
on('#load', () => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([key]))
  link.download = `${state.seen.name}.txt`
  link.click()
})
on('#end', () => {
  state.seen.closed = true
  one('#layer').replaceChildren()
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isUp },
    { purpose: 'owner', done: () => owner !== 'Pessoal' },
    { purpose: 'service-name', value: 'my-service', done: () => typedIn('#nome').trim() !== '' },
    { purpose: 'project', value: 'Default project', done: () => typedIn('#proj') === 'Default project' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null && state.seen.owner === 'service', key: () => one('#key') },
)
