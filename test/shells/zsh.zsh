# Types a line with a tab into a zsh of its own, and prints what that shows.
# Arguments: the folder of completion functions, the line to type.
zmodload zsh/zpty
zpty -b shell zsh -f -i
zpty -w shell "PROMPT='ready> '; setopt no_beep; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -d $1/dump; zstyle ':completion:*' menu no"
zpty -w shell 'print -r -- "be""gin"'
integer tries
shown=''
until [[ $shown == *begin* ]] || (( tries++ > 200 )); do
  zpty -r -t shell part && shown+=$part || sleep 0.05
done
shown=''
zpty -w -n shell "$2"$'\t\t'
# What is listed has come when nothing more comes for a while.
integer quiet
while (( quiet < 20 )); do
  if zpty -r -t shell part; then shown+=$part; quiet=0; else (( quiet++ )); sleep 0.05; fi
done
zpty -d shell
print -r -- "$shown"
