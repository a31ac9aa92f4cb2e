"""Given names by which a person's whole name is told from a family name of two words.

Nobody can tell ``Nadia Quill, Ola Brandt`` from ``Vargas Llosa, Jorge Mario`` but by knowing that *Nadia* is a given name and *Vargas* is
none. The table has the usual ones of Europe and the Americas. A name that isn't in it costs a question, and never a wrong answer.
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    Aaron Abigail Adam Adela Adele Adolfo Adrian Adriana Afonso Agnes Agnieszka Agustín Ainhoa Aino
    Aisha Akira Alan Albert Alberto Alejandra Alejandro Aleksander Aleksandr Aleksandra Aleksei
    Alessandra Alessandro Alex Alexander Alexandra Alexandre Alexei Alfonso Alfred Alfredo Alice Alicia
    Alina Aline Alison Ama Amanda Amelia Amina Amit Amparo Amy Ana Anastasia Anders Andrea Andreas
    Andreea Andrei Andrew Andrzej André Andrés Ane Angela Angelika Anil Anita Anja Anke Ann Anna
    Annalisa Anne Anneke Annette Annika Anthony Antoine Anton Antonia Antonio António Arjun Arthur
    Arturo Astrid Asunción Audrey August Aurora Axel Ayşe Barbara Bartosz Bastien Beate Beatrice Beatriz
    Belén Bengt Benito Benjamin Benoît Bernard Bernardo Bernd Bernhard Bert Bettina Bianca Birgit Björn
    Bjørn Blanca Boaventura Bogdan Boris Bram Brian Brigitte Bronwen Bruno Bárbara Caetano Camila
    Camilla Camille Carl Carla Carlos Carmen Carol Carolina Caroline Carsten Catalina Catherine Cecilia
    Charles Charlotte Chiara Chimamanda Chinua Chloe Christian Christiane Christina Christine Christoph
    Christophe Christopher Claire Clara Claude Claudia Claus Cláudia Colin Concepción Constance
    Constanza Consuelo Cornelia Craig Cristian Cristiano Cristina Cristóbal Cynthia Cécile Céline César
    Dagmar Daniel Daniela Daniele Danielle Darya David Deborah Deepa Delphine Denis Denise Diana Diego
    Dieter Dimitri Dirk Dmitri Dmitry Dolores Dominik Dominique Donald Dora Dorothea Dorothy Douglas
    Duarte Duncan Dylan Edgar Edith Eduardo Edward Edwin Eero Eileen Eleanor Elena Eleonora Elif Elisa
    Elisabet Elisabete Elisabeth Elisabetta Elizabeth Ella Ellen Elsa Else Elsie Elvira Emeka Emil
    Emilia Emiliano Emilio Emily Emma Emmanuel Emre Enrico Enrique Eric Erica Erich Erik Erika Ernest
    Ernesto Ernst Erwin Esperanza Esteban Estela Esther Ethan Eugenia Eugenio Eva Eve Evelyn Fabian
    Fabio Fabiola Fatima Fatou Federica Federico Felicity Felipe Felix Femke Ferdinand Ferenc Fernanda
    Fernando Filip Fiona Florence Florian Flávia Frances Francesca Francesco Francis Francisca Francisco
    Franco Frank Franz François Françoise Fred Freda Frederick Frederik Frieda Friedrich Fritz Fábio
    Fátima Félix Gabriel Gabriela Gabriele Gabriella Galina Gareth Gary Geneviève Geoffrey Georg George
    Georges Georgia Georgina Gerald Gerard Gerardo Gerd Gerhard Germán Gertrude Giacomo Gianni Gilberto
    Gilles Gillian Gina Giorgio Giovanna Giovanni Gisela Giulia Giuseppe Gloria Gonzalo Gonçalo Gordon
    Grace Graciela Graham Grant Graça Greg Gregor Gregory Greta Gro Grzegorz Guadalupe Gudrun Guido
    Guilherme Guillaume Guillermo Gunnar Gustav Gustavo Guy Gwilym Gábor Göran Günter Günther Hannah
    Hannes Hans Harald Harold Harriet Harry Haruki Heather Hector Heidi Heike Heiko Heinrich Heinz Helen
    Helena Helene Helga Helmut Hendrik Henri Henrik Henrique Henry Herbert Hermann Hilary Hilda Hiroshi
    Holger Horacio Horst Howard Hubert Hugh Hugo Håkan Héctor Hélène Iago Iain Ian Ida Ignacio Igor Iker
    Ilse Inga Inge Ingeborg Inger Ingrid Inés Inês Ioana Irena Irene Irina Iris Isaac Isabel Isabella
    Isabelle Isidro Isobel István Itziar Ivan Ivana Ivo Iván Jack Jacob Jacqueline Jacques Jaime Jakob
    Jakub James Jan Jana Jane Janet Janine Jannik Jaques Jason Javier Jean Jeanette Jeanne Jeffrey
    Jelena Jennifer Jenny Jens Jeremy Jeroen Jesper Jessica Jesús Jill Jim Joachim Joan Joana Joanna
    Joaquim Joaquina Joaquín Jochen Joe Joel Johan Johann Johanna Johannes John Jonas Jonathan Joost
    Jordi Jorge Josef Josefa Josefina Joseph Josephine Joshua Josué José Joyce João Juan Juana Judith
    Jukka Jules Julia Julian Juliana Julie Julien Julieta Julio Julián Jun Justin Jutta Jérôme Jörg
    Jürgen Kai Kaisa Karen Karin Karl Karla Karsten Katalin Katarina Katarzyna Kate Katharina Katherine
    Kathleen Kathrin Katja Katrin Katya Keith Kenji Kenneth Kerstin Kevin Kirsten Klaus Knut Kofi Konrad
    Konstantin Kristian Kristin Kristina Krzysztof Kurt Kwame Lakshmi Larissa Lars Laura Laurent Lea
    Leah Leandro Lena Leo Leon Leonard Leonardo Leonie Leonor Leopold Leszek Leticia Lewis León Liam
    Lidia Liesbeth Lilian Lilly Lina Linda Lisa Liv Lloyd Lorena Lorenzo Louis Louisa Louise Lourdes
    Loïc Luca Lucas Lucia Luciana Luciano Lucie Lucy Lucía Ludmila Ludwig Luigi Luis Luisa Luiz Lukas
    Luke Luz Luís Luísa Lydia László Lídia Lúcia Maarten Macarena Madeleine Mafalda Magdalena Magnus
    Maite Maja Malcolm Manfred Manuel Manuela Mara Marc Marcel Marcela Marcelo Marcin Marco Marcos
    Marcus Marek Margaret Margareta Margarida Margarita Margit Margot Marguerite Maria Mariam Marian
    Mariana Marianne Mariano Marie Marina Mario Marion Marisa Marisol Marjorie Mark Markus Marlene
    Marshall Marta Martha Marthe Martin Martina Martine Martín Mary Maryam María Masha Mateo Mateus
    Mathias Mathieu Mathilde Matilda Matilde Matteo Matthew Matthias Matti Matías Maurice Mauricio Max
    Maximilian Megan Mehmet Melanie Melissa Mercedes Meredith Mette Michael Michaela Michal Michał
    Michel Michele Michelle Miguel Mihai Mikael Mike Mikhail Mikkel Milan Milena Min Miranda Miriam
    Mirjam Moira Monica Monika Monique Morgan Moritz Muriel Murilo Murray Mustafa Mário Mónica Nadia
    Nadine Nadja Nancy Naoko Natalia Natalie Natasha Nathalie Nathan Neil Nelson Ngozi Niamh Nicholas
    Nicola Nicolas Nicole Nicolás Niels Nieves Nigel Nikita Nikola Nikolai Nikolaus Nils Nina Noah Noel
    Nomvula Nora Norbert Norberto Norma Norman Noémie Noël Nuala Nuno Odile Ola Olaf Olav Ole Oleg Olena
    Olga Oliver Olivia Olivier Orlando Oscar Oskar Osvaldo Otto Otávio Owen Pablo Pamela Paola Paolo
    Pascal Patricia Patrick Patrizia Paul Paula Pauline Paulo Pavel Paz Pedro Peggy Penelope Per Peter
    Petra Philip Philipp Philippe Phyllis Pia Piero Pierre Pieter Pietro Pilar Piotr Pirjo Priya Pål
    Péter Rachel Rafael Rafaela Raffaele Raimundo Rainer Rajesh Ralf Ralph Ramiro Ramón Raphaël Raquel
    Rasmus Ravi Raymond Raúl Rebecca Regina Reiner Reinhard Remedios Renata Renate Renato René Renée
    Rhys Ricardo Richard Rita Robert Roberta Roberto Robin Rocío Rodrigo Rogelio Roger Rogério Roland
    Rolf Roman Román Ronald Roos Rosa Rosalind Rosalía Rosana Rosario Rose Rosemary Roswitha Rubén
    Rudolf Rui Rupert Russell Ruth Ryan Sabine Sally Salvador Salvatore Sam Samantha Samuel Sandra
    Sanjay Santiago Sara Sarah Scott Sean Sebastian Sebastián Selma Serena Sergei Sergey Sergio Seth
    Seán Sharon Sheila Shirley Sigrid Silke Silvia Simon Simona Simone Simão Simón Siobhán Siri Sofia
    Sofie Sofía Soledad Solveig Sonia Sonja Sophia Sophie Spencer Stanley Stefan Stefania Stefanie
    Stefano Steffen Stella Stephan Stephanie Stephen Steve Steven Stig Stuart Stéphane Stéphanie Sunita
    Susan Susana Susanna Susanne Suzanne Sven Svetlana Sybille Sylvain Sylvia Sylvie Sébastien Sérgio
    Sílvia Søren Takeshi Tamara Tamás Tania Tanja Tatiana Ted Teodoro Terence Teresa Thabo Theo Theodor
    Theodore Theresa Thi Thiago Thierry Thilo Thomas Thorsten Thérèse Tiago Tilman Tim Timothy Tina
    Tobias Tom Tomasz Tomás Toni Torbjørn Torsten Tracy Trevor Tristan Turid Udo Ulf Ulrich Ulrike
    Ursula Ute Uwe Valentin Valentina Valeria Valerie Valérie Vanessa Vera Verena Veronica Veronika
    Verónica Vicente Victor Victoria Viktor Viktoria Vincent Vincenzo Vinícius Viola Violeta Virginia
    Virginie Vittorio Vivian Vladimir Volker Víctor Walter Wanda Wendy Werner Wiebke Wilfried Wilhelm
    Willem William Wim Winifred Wojciech Wole Wolfgang Wyn Xavier Ximena Yann Yannick Yoko Yolanda Yuki
    Yuri Yves Yvonne Zbigniew Zeynep Zoe Zofia Zoltán Zsófia Ágnes Ángel Ángela Åsa Élise Émile Étienne
    Óscar Александр Александра Алексей Анастасия Андрей Анна Антон Борис Вера Виктор Владимир Галина
    Дмитрий Евгений Екатерина Елена Иван Игорь Ирина Константин Мария Михаил Наталья Николай Ольга Павел
    Пётр Светлана Сергей Татьяна Юрий
    """.split()
)
"""Given names, as they are written with one capital."""

SURNAMES_TOO = frozenset(
    """
    Alfonso Andrés Bernard Bruno Douglas Duncan Esteban Felipe Fernando Francis Francisco Franco Gabriel
    Gonzalo Gordon Grace Graham Grant Howard Hugo Jaime Jorge Joyce Juan Julián León Lewis Lorenzo Lloyd
    Lourdes Lucas Luis Luz Manuel Marcos Mariano Mario Marshall Martin Martín Mateo Mercedes Miguel
    Miranda Morgan Nelson Nicolás Norman Owen Pascal Pedro Pilar Ramón Rodrigo Roman Román Rosa Rosario
    Rose Russell Salvador Santiago Scott Simón Spencer Stanley Stuart Tomás Valentin Vera Vicente
    """.split()
)
"""Those that family names of two words begin with as well: *Lloyd George*, *Martín Gaite*, *Duncan Smith*."""

FIRST_SURNAMES = frozenset(
    """
    Chen Deng Feng Gao Guo Huang Jiang Liang Liu Li Luo Tang Wang Wu Xiao Xie Xu Yang Zeng Zhang Zhao
    Zheng Zhou Zhu
    """.split()
)
"""Family names that stand before the given name, and begin no family name of two words: Chinese ones of one syllable."""
