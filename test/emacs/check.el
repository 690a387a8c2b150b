;;; Emacs as it is set up by docs/editors.md: it starts the server through eglot and looks at what arrives.  -*- lexical-binding: t -*-
;; Run by run.mjs with that set-up loaded; the environment says what to open and where to put the outcomes.

(require 'eglot)
(require 'json)

(defvar outcomes nil)

(defun check (title body)
  "Run BODY and note under TITLE whether it went well."
  (push (condition-case problem
            (progn (funcall body) `((title . ,title)))
          (error `((title . ,title) (error . ,(error-message-string problem)))))
        outcomes))

(defun wait-for (what find)
  "Wait until FIND returns something, and return that; fail with WHAT."
  (let ((end (+ (float-time) 30)) found)
    (while (and (not (setq found (funcall find))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or found (error "waited in vain for %s" what))))

(defun error-on-line (text)
  "The error that flymake shows on the line with TEXT."
  (save-excursion
    (goto-char (point-min))
    (search-forward text)
    (seq-find (lambda (found) (eq (flymake-diagnostic-type found) 'eglot-error))
              (flymake-diagnostics (line-beginning-position) (line-end-position)))))

(setq eglot-sync-connect 30)
(find-file (getenv "SOAP_NOTES_NOTE"))
;; eglot begins with the next command; a batch run has none.
(run-hooks 'post-command-hook)

(check "the mode is the one for notes, and eglot manages it"
       (lambda ()
         (unless (eq major-mode 'soap-note-mode) (error "mode: %s" major-mode))
         (wait-for "eglot" #'eglot-current-server)
         (unless (eglot-managed-p) (error "eglot does not manage the note"))))

(check "the practice is the project"
       (lambda ()
         (let ((root (project-root (project-current))))
           (unless (file-exists-p (expand-file-name "practice.yaml" root)) (error "root: %s" root)))))

(check "deep tissue on a calf with a clot is an error"
       (lambda () (wait-for "a finding" (lambda () (error-on-line "Deep tissue: L calf")))))

(check "techniques are completed"
       (lambda ()
         (goto-char (point-min))
         (search-forward "Deep tissue: L calf")
         (end-of-line)
         (insert "\n- Myof")
         ;; eglot tells of changes when Emacs is idle; a batch run never is.
         (eglot--signal-textDocument/didChange)
         (let ((items (append (plist-get (jsonrpc-request (eglot-current-server) :textDocument/completion
                                                          (eglot--TextDocumentPositionParams))
                                         :items)
                              nil)))
           (unless (seq-some (lambda (item) (string-match-p "[Mm]yofascial" (plist-get item :label))) items)
             (error "%d completions, none of them myofascial release" (length items))))))

(check "the server stops when asked to"
       (lambda ()
         (let ((server (eglot-current-server)))
           (eglot-shutdown server)
           (wait-for "the end of the server" (lambda () (not (jsonrpc-running-p server)))))))

(with-temp-file (getenv "SOAP_NOTES_OUTCOMES")
  (insert (json-encode (vconcat (nreverse outcomes)))))
