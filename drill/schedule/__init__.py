"""The schedule: which questions to ask when, and the recall to expect. All pure.

`memory` is FSRS-6 for one question, `fsrs_formulas` the same in bulk, `fitting` fits its
parameters to one user. `learner` models how the user answers, `planner` chooses the next question,
`simulation` runs the days ahead, `forecast` sums them up, `shortage` finds ways out of too little
time. `plans` has the interviews ahead, `today` the work of one day, `dates` reads dates.
"""
