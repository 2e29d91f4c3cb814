"""许可之后: certificates after their issue (变更、延续、撤销、撤回、吊销、注销), and bans after fraud."""
