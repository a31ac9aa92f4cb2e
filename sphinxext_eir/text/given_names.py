"""Given names by which a person's whole name is told from a family name of two words.

Nobody can tell ``Nadia Quill, Ola Brandt`` from ``Vargas Llosa, Jorge Mario`` but by knowing that *Nadia* is a given name and *Vargas* is
none. The table has the usual ones of Europe and the Americas. A name that isn't in it costs a question, and never a wrong answer.
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    Aaron Abdullah Abel Abigail Achim Adalbert Adam Adebayo Adela Adele Adelina Adolfo Adrian
    Adriana Afonso Agnes Agnieszka Agustín Ahmet Aidan Aileen Ainhoa Aino Aisha Aisling Ajay Akihiro
    Akiko Akira Alan Albert Alberto Aldo Alejandra Alejandro Aleksandar Aleksander Aleksandr
    Aleksandra Aleksei Aleksej Alena Alessandra Alessandro Alessia Alessio Alex Alexander Alexandra
    Alexandre Alexandros Alexei Alexey Alfonso Alfred Alfredo Alice Alicia Alicja Alina Aline Alisa
    Alison Almut Alois Aloys Alyssa Ama Amadou Amanda Amelia Amina Amira Amit Amparo Amrita Amy Ana
    Anabela Anastasia Anastasios Anatol Anatolij Anatoly Anders Andrea Andreas Andreea Andrei Andrej
    Andrew Andrey Andrzej André Andrés Ane Angela Angelika Angelo Angelos Anil Anita Anja Anke Ankit
    Ann Anna Annalisa Anne Anneke Anneliese Annemarie Annette Annie Annika Anthea Anthony Antje
    Antoine Antoinette Anton Antonella Antonia Antonina Antonio Antti António Antônio Anupam Anusha
    Aoife Aparna Apostolos Arash Arjun Armando Armin Arnaud Arno Arthur Arturo Arun Arvind Ashley
    Ashok Ashwin Astrid Asunción Athanasios Attila Audrey August Aurora Aurélie Avi Avner Axel
    Axelle Ayesha Aylin Ayşe Azmat Aïcha Balázs Barbara Barbro Barry Bart Bartosz Bastian Bastien
    Beata Beate Beatrice Beatrix Beatriz Belén Benedict Benedikt Bengt Benito Benjamin Benjamín
    Benoît Bente Berit Bernadette Bernard Bernardo Bernd Bernhard Bernhardt Bert Bertrand Beth
    Bethany Bettina Betty Beverly Bianca Birgit Birgitta Birte Bjarne Björn Bjørn Blanca Boaventura
    Bogdan Bogusław Boris Bożena Brad Bram Branko Brenda Brendan Brent Bret Brett Brian Brigitte
    Brittany Bronwen Bruna Bruno Burak Burkhard Burkhart Bárbara Béatrice Caetano Caio Caitlin Caleb
    Calum Camila Camilla Camille Candace Caren Carina Carine Carl Carla Carlo Carlos Carlotta
    Carmela Carmen Carol Carolina Caroline Carrie Carsten Casey Catalina Catarina Caterina Catherine
    Cathy Cecilia Cedric Celia Cesare Chandra Chantal Charles Charlie Charlotte Chelsea Chiara Chidi
    Chimamanda Chinedu Chinua Chinwe Chloe Chris Christa Christel Christelle Christian Christiane
    Christina Christine Christof Christoph Christophe Christopher Christos Ciara Ciarán Cindy Claes
    Claire Clara Clarissa Claude Claudia Claudine Claudio Claus Clemens Clemente Cliff Clive Cláudia
    Clément Colin Concepción Conor Constance Constantin Constantine Constanza Consuelo Cora Corinna
    Corinne Cormac Cornelia Costas Courtney Craig Cristian Cristiano Cristina Cristóbal Cynthia
    Cyril Cécile Cédric Céline César Dagmar Daisuke Damian Damien Damir Dana Danica Daniel Daniela
    Daniele Danielle Danilo Danuta Daphne Daria Dariusz Darren Darya Dave David Davide Debbie Debora
    Deborah Debra Declan Deepa Deepak Dejan Delia Delphine Demetrios Denis Denise Denys Derek
    Desmond Detlef Detlev Devin Diana Diane Didier Diego Dieter Dietmar Dietrich Dimitra Dimitri
    Dimitrios Dimitris Dina Dirk Dmitri Dmitrij Dmitry Dmytro Dolly Dolores Domenico Domingo Dominik
    Dominique Donald Donatella Donna Dora Doreen Doris Dorota Dorothea Dorothee Dorothy Doug Douglas
    Dragan Duarte Duncan Dustin Dušan Dwight Dylan Débora Dörte Ebru Eckart Eckhard Eda Edda Eddie
    Edgar Edina Edith Edmundo Edna Edoardo Edson Eduard Eduardo Edward Edwin Eero Efrat Egon Eileen
    Eirik Ekaterina Ekkehard Elad Elaine Eleanor Elena Eleni Eleonora Elias Elif Elin Elisa Elisabet
    Elisabete Elisabeth Elisabetta Elizabeth Elke Ella Ellen Elmar Elodie Eloísa Elsa Else Elsie
    Elvira Emanuel Emanuela Emanuele Emeka Emeric Emil Emilia Emiliano Emilio Emily Emma Emmanuel
    Emmanuelle Emre Ender Enno Enrico Enrique Enver Eoin Ephraim Erhard Eric Erica Erich Erik Erika
    Erin Ernest Ernesto Ernst Erwan Erwin Esperanza Esra Esteban Estela Esther Eszter Ethan Etienne
    Eugen Eugenia Eugenio Eunice Eva Evan Evangelia Eve Evelina Evelyn Evelyne Evgeny Ewa Ewald
    Eşref Fabian Fabien Fabienne Fabio Fabiola Fabrice Fabrizio Fatih Fatima Fatma Fatou Federica
    Federico Felicity Feliks Felipe Felix Femke Ferdinand Ferenc Fernand Fernanda Fernando Filip
    Filippo Finn Fiona Fleur Flora Florence Florencia Florentin Florian Floris Flávia Frances
    Francesca Francesco Francine Francis Francisca Francisco Franck Franco Francois Frank Franz
    Franziska François Françoise Frauke Fred Freda Frederick Frederik Fredrik Frieda Friedrich
    Fritjof Fritz Fumiko Fábio Fátima Félicité Félix Gabor Gabriel Gabriela Gabriele Gabriella
    Galina Galit Gareth Gary Gaurav Gavin Gaël Gaëlle Geert Geneviève Geoff Geoffrey Georg George
    Georges Georgi Georgia Georgina Georgios Gerald Geraldine Gerard Gerardo Gerd Gerda Gereon
    Gerhard Germán Gernot Gero Gerrit Gert Gertrud Gertrude Gesine Gheorghe Ghislain Giacomo
    Giancarlo Gianluca Gianni Giannis Gideon Gilberto Gilles Gillian Gina Ginevra Gino Giorgia
    Giorgio Giorgos Giovanna Giovanni Gisela Giulia Giulio Giuseppe Glenn Gloria Gonzalo Gonçalo
    Goran Gordon Gottfried Grace Graciela Graham Grant Graziella Graça Greet Greg Gregor Gregory
    Greta Grigorij Grigory Gro Grzegorz Grégoire Guadalupe Gudmundur Gudrun Guenter Guglielmo Guido
    Guilherme Guillaume Guillem Guillermo Guiomar Gunnar Gunter Gunther Gustaf Gustav Gustavo Guy
    Gwilym Gyula Gábor Göran Gülay Günter Günther Haakon Hadas Hagen Haim Hakan Halina Hamid Hanna
    Hannah Hanne Hannelore Hannes Hanno Hans Harald Harold Harriet Harriett Harry Haruki Hasan
    Haydée Heather Hector Hedwig Heide Heidi Heidrun Heike Heikki Heiko Heiner Heini Heinrich Heinz
    Helen Helena Helene Helga Helmut Heléna Hendrik Henning Henri Henriette Henrik Henrique Henry
    Henryk Herbert Heribert Hermann Hermine Herminio Hernán Hidetoshi Hilary Hilda Hilde Hildegard
    Hilmar Hiroko Hiroshi Hjalmar Holger Horacio Horst Howard Hubert Hugh Hugo Håkan Håkon Héctor
    Hélder Hélène Hüseyin Iago Iain Ian Ida Idit Ignacio Ignatius Ignaz Igor Iker Ilan Ilaria Ildikó
    Ileana Ilka Ilona Ilse Imke Immanuel Imre Ina Inbal Inga Inge Ingeborg Inger Ingmar Ingo Ingrid
    Inka Inés Inês Ioana Ioannis Ionuț Irena Irene Irina Iris Irmgard Irmtraud Irwin Isaac Isabel
    Isabella Isabelle Isidora Isidro Isobel István Itai Itziar Ivan Ivana Ivar Ivo Ivonne Iván Iwona
    Izabela Iñaki Jaap Jacek Jack Jaclyn Jacob Jacopo Jacqueline Jacques Jadwiga Jaime Jakob Jakub
    Jamal James Jan Jana Jane Janet Janice Janina Janine Janne Jannik Jannis Janusz Jaques Jared
    Jarosław Jasmin Jasmine Jasna Jason Javier Jean Jeanette Jeanne Jeff Jeffrey Jelena Jenifer
    Jenna Jennifer Jenny Jens Jeremiah Jeremy Jeroen Jerry Jerzy Jesper Jesse Jessica Jesús Jewgenij
    Jill Jim Jingjing Jitka Jiří Joachim Joan Joana Joanna Joanne Joaquim Joaquina Joaquín Jocelyn
    Jochen Jodi Joe Joel Joerg Johan Johann Johanna Johannes John Johnny Jolanta Jon Jonas Jonathan
    Joost Jordi Jorge Joris Josef Josefa Josefina Joseph Josephine Josh Joshua Josué José Jovan
    Joyce Jozef João Joëlle Juan Juana Judit Judith Judy Juergen Juha Jukka Jules Julia Julian
    Juliana Juliane Julie Julien Julieta Juliette Julija Julio Julián Jun Junko Jurij Justin Justine
    Justyna Jutta Jérôme Józef Jörg Jörn Jürgen Kai Kaisa Kamal Kamil Karel Karen Karim Karin Karina
    Karl Karla Karsten Katalin Katarina Katarzyna Katarína Kate Katerina Katharina Katherine
    Kathleen Kathrin Kathryn Kathy Katie Katja Katrin Katya Kavita Kazimierz Keiko Keith Kelsey Ken
    Kendra Kenji Kenneth Kerstin Kevin Khadija Khaled Kimberly Kira Kirsten Klara Klaudia
    Klaus Klemens Knut Koen Kofi Konrad Konstantin Konstantinos Kordula Krista Kristen Kristian
    Kristin Kristina Kristine Kristof Krystyna Krzysztof Kumiko Kurt Kwame Kwesi Kyle Kylie Lakshmi
    Larissa Larry Lars Laszlo Latoya Laura Lauren Laurence Laurent Lauri Layla Lea Leah Leander
    Leandro Leif Leila Lena Lenka Leo Leon Leona Leonard Leonardo Leonid Leonie Leonor Leopold
    Leszek Leticia Letícia Levent Lewis León Lia Liam Liane Lidia Liesbeth Lieselotte Lila Lilian
    Liliana Lilly Lily Lina Linda Liora Lisa Lise Lissa Liv Livia Liz Ljubica Ljudmila Lloyd Lois
    Lola Loredana Lorena Lorenz Lorenzo Loretta Lori Lothar Lotte Louis Louisa Louise Lourdes Loïc
    Luc Luca Lucas Lucia Lucian Luciana Luciano Lucie Lucien Lucille Lucinda Lucy Lucía Ludger
    Ludmila Ludovic Ludwig Luigi Luis Luisa Luise Luiz Lukas Luke Lukáš Lutz Luz Luís Luísa Lydia
    Lynn Lynne László Lídia Lúcia Maarten Macarena Maciej Maddalena Madeleine Madeline Mads Maeve
    Mafalda Magali Magda Magdalena Magnus Mahmoud Maike Maite Maja Maksim Malcolm Malik Malin Malte
    Manfred Manfredi Manish Manon Manuel Manuela Mara Marc Marcel Marcela Marcella Marcello Marcelo
    Marcia Marcin Marco Marcos Marcus Marek Margaret Margareta Margarethe Margarida Margarita Margit
    Margot Margret Margrit Marguerite Maria Mariah Mariam Marian Mariana Marianne Mariano Marie
    Marieke Mariella Marija Marijke Marika Marilena Marilyn Marina Mario Marion Marisa Marisol
    Mariusz Marjorie Mark Marketa Marko Markus Marlene Marlies Marshall Marta Martha Marthe Martijn
    Martin Martina Martine Martín Mary Maryam María Masha Massimiliano Massimo Mateo Mateus Mateusz
    Mathew Mathias Mathieu Mathilde Matilda Matilde Matt Matteo Matthew Matthias Matthieu Matti
    Matías Maud Maureen Maurice Mauricio Mauro Max Maxime Maximilian Maya Małgorzata Mechthild Meena
    Megan Mehmet Meike Meir Melanie Melinda Melissa Mercedes Meredith Merle Merve Mette Michael
    Michaela Michail Michal Michał Michel Michela Michele Michelle Miguel Mihaela Mihai Miia Mika
    Mikael Mike Mikhail Mikkel Mikko Milan Milena Miloš Min Mira Miranda Miriam Mirjam Mirko
    Mirosław Mladen Moana Modesto Mohamed Mohammad Mohammed Moira Molly Mona Monica Monika Monique
    Morgan Moritz Morten Moshe Mostafa Mouna Muhammad Mukesh Murat Muriel Murilo Murray Mustafa
    Myriam Márcio Mário Márton Mónica Nadia Nadine Nadja Nadège Nancy Naoko Naomi Nasser Natalia
    Natalie Natalja Natalya Natasha Nataša Nathalie Nathan Nathaniel Natália Nazan Naïma Neha Neil
    Nelly Nelson Nenad Nermin Ngozi Niamh Nicholas Nick Nicky Nicola Nicolas Nicole Nicoletta
    Nicolás Nicolò Niels Nieves Nigel Nikhil Nikita Niklas Nikola Nikolai Nikolaj Nikolaos Nikolas
    Nikolaus Nikolay Nikos Nils Nina Nino Nira Nirmal Nisha Noa Noah Noam Noel Nomvula Noor Nora
    Norbert Norberto Noreen Noriko Norma Norman Noémie Noël Noëlle Nuala Nuno Nuria Núria Oana
    Octavio Odile Ofer Ola Olaf Olav Ole Oleg Oleksandr Olena Olga Oliver Olivia Olivier Oluwaseun
    Omar Ondřej Onur Oona Ophelia Orit Orlando Oscar Oskar Osvaldo Otto Otávio Owen Pablo Padraig
    Pamela Panagiotis Paola Paolo Pascal Pascale Patricia Patricio Patrick Patrik Patrizia Patty
    Paul Paula Paulette Paulina Pauline Paulo Pavel Paweł Paz Pedro Peggy Pekka Penelope Per Peter
    Petr Petra Petros Phil Philip Philipp Philippa Philippe Phillip Phoebe Phyllis Pia Piero Pierre
    Pieter Pietro Pilar Piotr Pirjo Polly Pooja Pradeep Prakash Prasad Priscila Priscilla Priya
    Priyanka Przemysław Päivi Pål Péter Rachel Rachele Rafael Rafaela Raffaele Raffaella Rahel Rahul
    Raimund Raimundo Rainer Rajesh Rajiv Rakesh Ralf Ralph Ramesh Ramiro Ramona Ramón Randy Ranjit
    Raphael Raphaël Raquel Rasmus Ravi Raymond Raúl Rebecca Regina Reginald Reina Reiner Reinhard
    Reinhold Remedios Remigiusz Renata Renate Renato Renaud Renzo René Renée Reza Rhys Ricarda
    Ricardo Riccardo Richard Rick Ricky Rita Rob Robert Roberta Roberto Robin Rocío Rodger Rodney
    Rodolfo Rodrigo Rogelio Roger Rogério Rohit Roland Rolf Romain Roman Román Ronald Ronan Ronnie
    Roos Rory Rosa Rosalind Rosalía Rosana Rosanna Rosario Rose Roselyne Rosemarie Rosemary Roslyn
    Roswitha Rosângela Roxana Ruben Rubén Rudi Rudolf Rui Rune Rupert Ruslan Russell Ruth Ryan
    Ryszard Rémi Sabina Sabine Sabrina Sally Salma Salvador Salvatore Sam Samantha Samir Samira
    Samuel Samuele Sander Sandra Sandrine Sandro Sanja Sanjay Sanna Santiago Sara Sarah Sascha
    Saskia Satoshi Saša Scott Sean Sebastian Sebastián Selim Selma Serena Serge Sergei Sergej Sergey
    Sergio Serkan Seth Seyla Seán Shannon Sharon Shaun Shawn Sheila Shelley Shinji Shira Shirley
    Shlomo Shreya Shyam Sibylle Siddharth Siegfried Sieglinde Siegmar Sigrid Sigurd Silke Silvana
    Silvia Silvio Simon Simona Simone Simonetta Simão Simón Sina Sinéad Siobhan Siobhán Siri Slavoj
    Snežana Sofia Sofie Sofía Solange Soledad Solveig Sonia Sonja Sophia Sophie Sotirios Spencer
    Stacey Stacy Stanisław Stanley Stefan Stefania Stefanie Stefano Steffen Steffi Stelios Stella
    Stephan Stephane Stephanie Stephen Steve Steven Stig Stuart Stéphane Stéphanie Sue Suhail Sunil
    Sunita Suresh Susan Susana Susanna Susanne Suzanna Suzanne Svein Sven Svenja Svetlana Swetlana
    Sybille Sylvain Sylvia Sylvie Szymon Sándor Sébastien Sérgio Séverine Sílvia Søren Sławomir
    Tadeusz Takashi Takeshi Tamar Tamara Tamsin Tamás Tania Tanja Tanya Tara Tariq Tatiana Tatiane
    Tatjana Ted Teodoro Terence Teresa Terry Thabo Thanh Thea Thekla Theo Theodor Theodore Theodoros
    Theresa Thi Thiago Thibault Thierry Thilo Thom Thomas Thomasz Thorben Thorstein Thorsten Thérèse
    Tiago Tibor Tiffany Till Tilman Tilmann Tim Timm Timo Timothy Tina Tobias Toby Todd Tom Tomasz
    Tommaso Tommy Tomás Tomáš Toni Tony Tonya Torben Torbjørn Torsten Toshio Tracey Tracy Traute
    Travis Trevor Tricia Tristan Trudy Tuan Tuomas Turid Tyrone Tânia Udo Ueli Ulf Uli Ulla Ulrich
    Ulrike Umberto Ursula Uta Ute Uwe Uğur Vadim Valentin Valentina Valeria Valerie Valerio Valérie
    Vanessa Vasiliki Vasilis Vassilis Vera Verena Veronica Veronika Verónica Vesna Vicente Vicki
    Vicky Victor Victoria Vijay Vikram Viktor Viktoria Vincent Vincenzo Vinícius Viola Violeta
    Virginia Virginie Vitaly Vito Vittorio Vivek Vivian Viviana Viviane Vivien Vladimir Vojtěch
    Volker Volkmar Václav Véronique Víctor Walter Waltraud Wanda Wendy Werner Wiebke Wilfried
    Wilhelm Wilhelmina Willem William Willy Wilma Wim Winifred Witold Wladimir Wojciech Wole
    Wolfgang Wolfram Wyn Władysław Xavier Xenia Ximena Yael Yann Yannick Yannis Yasemin Yasmin
    Yasuko Yehuda Yoav Yoko Yolanda Yonatan Yosef Yoshiko Yotam Youssef Yuki Yulia Yuri Yusuf Yvan
    Yves Yvette Yvonne Zachary Zbigniew Zdeněk Zdzisław Zeynep Zoe Zofia Zoltán Zoran Zoë Zsolt
    Zsófia Zuzana Ágnes Álvaro Ángel Ángela Åsa Élise Émile Étienne Óscar Ömer Øystein Øyvind İsmail
    Łukasz Александр Александра Алексей Анастасия Андрей Анна Антон Борис Вера Виктор Владимир
    Галина Дмитрий Евгений Екатерина Елена Иван Игорь Ирина Константин Мария Михаил Наталья Николай
    Ольга Павел Пётр Светлана Сергей Татьяна Юрий
    """.split()
)
"""Given names, as they are written with one capital."""

SURNAMES_TOO = frozenset(
    """
    Abdullah Abel Alan Alfonso Andrés Ashley Barry Bastian Benedict Benedikt Bernard Bernhardt Bertrand Brent Bruno Carlo
    Clemens Constantine Denis Desmond Dietrich Dominik Douglas Duncan Eckart Eckhard Elias Erhard
    Esteban Fabian Felipe Felix Fernando Finn Florian Francis Francisco Franck Franco Francois
    Gabriel Gerard Glenn Gonzalo Gordon Grace Graham Grant Gunter Gunther Günther Hagen Hamid Heide
    Hilde Howard Hugo Ignatius Jaime Jakob Jakub Jamal James Jan Jens Joachim Joe Joel John Jonas Jorge
    Joyce Juan Julián Kai Kamil Khaled Klemens Knut Konrad Kristian Kurt Laurence Laurent Leopold
    Lewis León Lloyd Lorenz Lorenzo Lothar Louis Lourdes Lucas Luis Lukas Luke Lutz Luz Mahmoud
    Malik Manuel Marc Marcel Marcos Marcus Marek Marian Mariano Marie Mario Marshall Martin Martín
    Mateo Mathieu Matthew Matthias Maximilian Mercedes Michael Michel Miguel Milan Miranda Mohammed
    Morgan Moritz Mustafa Nasser Nathan Nathaniel Nelson Nicholas Nicolas Nicolás Nikolaus Noel
    Norman Oliver Olivier Omar Otto Owen Pascal Patrick Paul Pedro Peter Philip Philipp Phillip
    Pierre Pilar Ramón Reinhard Reinhold Renaud René Reza Richard Robert Rodrigo Roger Roman Román
    Rosa Rosario Rose Russell Rémi Salvador Samuel Sander Santiago Scott Sebastian Siegfried Simon
    Simón Spencer Stanley Stefan Stephan Stephen Steven Stuart Tariq Thomas Till Timm Tobias Tommaso
    Tomás Travis Valentin Vera Vicente Volkmar Wilhelm William Wolfram Yves
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
