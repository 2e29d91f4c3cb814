"""会签、征求意见与会审: asking other departments, answering, and meetings in one room."""
