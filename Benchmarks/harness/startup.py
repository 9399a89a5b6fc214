class StartUp:
    def __init__(self, run): self.run = run
    def perform(self): pass
    def report(self): return ""
