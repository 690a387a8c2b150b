-- Neovim as it is set up by docs/editors.md: it starts the server over stdio and looks at what arrives.
-- Run by run.mjs with the set-up of docs/editors.md; the environment says what to open and where to put the outcomes.
local outcomes = {}

local function check(title, body)
  local ok, problem = pcall(body)
  table.insert(outcomes, ok and { title = title } or { title = title, error = tostring(problem) })
end

-- Waits until a function returns something, and returns that.
local function wait_for(what, find)
  local found
  local function look()
    found = find()
    return found ~= nil and found ~= false
  end
  if not vim.wait(60000, look, 20) then
    error('waited in vain for ' .. what)
  end
  return found
end

local function find_line(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    if line:find(text, 1, true) then
      return number - 1
    end
  end
  error('no such line: ' .. text)
end

local function rule_on(line)
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.lnum == line and found.severity == vim.diagnostic.severity.ERROR then
      return found
    end
  end
end

local function request(method, params)
  params.textDocument = vim.lsp.util.make_text_document_params()
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000)
  for _, answer in pairs(answers or {}) do
    if answer.err then
      error(method .. ': ' .. vim.inspect(answer.err))
    end
    return answer.result
  end
  error('no answer to ' .. method)
end

vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.SOAP_NOTES_NOTE))
local client_id

check('the server starts', function()
  wait_for('the server', function()
    local client = vim.lsp.buf_get_clients(0)[1]
    client_id = client and client.id
    return client and client.initialized
  end)
  assert(vim.bo.filetype == 'soap-note', 'file type: ' .. vim.bo.filetype)
end)

local line = find_line('Deep tissue: L calf')

check('deep tissue on a calf with a clot is an error', function()
  local found = wait_for('a finding', function()
    return rule_on(line)
  end)
  assert(found.source == 'soap-notes', 'source: ' .. tostring(found.source))
end)

check('the finding goes when the line goes, and comes back', function()
  local text = vim.api.nvim_buf_get_lines(0, line, line + 1, false)
  vim.api.nvim_buf_set_lines(0, line, line + 1, false, { '- Swedish: back, 10 min, light' })
  wait_for('no finding', function()
    return rule_on(line) == nil
  end)
  vim.api.nvim_buf_set_lines(0, line, line + 1, false, text)
  wait_for('the finding again', function()
    return rule_on(line)
  end)
end)

check('techniques are completed', function()
  vim.api.nvim_buf_set_lines(0, line + 1, line + 1, false, { '- Myof' })
  local result = request('textDocument/completion', { position = { line = line + 1, character = 6 } })
  local labels = vim.tbl_map(function(item)
    return item.label
  end, result.items or result)
  for _, label in ipairs(labels) do
    if label:lower():find('myofascial', 1, true) then
      return
    end
  end
  error(#labels .. ' completions, none of them myofascial release')
end)

check('a hover names the source', function()
  local result = request('textDocument/hover', { position = { line = line, character = 4 } })
  assert(result and result.contents, 'no hover')
end)

check('the server stops when asked to', function()
  vim.lsp.stop_client(client_id)
  wait_for('the end of the server', function()
    return vim.lsp.client_is_stopped(client_id)
  end)
end)

vim.fn.writefile({ vim.fn.json_encode(outcomes) }, vim.env.SOAP_NOTES_OUTCOMES)
vim.cmd('qall!')
