print("schooner")
