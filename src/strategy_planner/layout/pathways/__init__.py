"""The pathways as lines through the options that they take, after DAPP's metro maps.

Haasnoot et al., Dynamic adaptive policy pathways, Global Environmental Change 23(2), 2013.
"""
