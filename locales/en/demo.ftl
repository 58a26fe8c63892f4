demo-ineligible = The head office is not in Morocco: article 2 of the rules does not allow this entry to be judged.
demo-returned = Please say which period your figures cover, and their source.
